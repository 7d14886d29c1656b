import { For, Show } from 'solid-js'
import type { SectionHistory } from '../../app/api-types.ts'
import { officerLine } from '../../app/domain-badges.tsx'
import { formatDateTime, shortDigest } from '../../app/format.ts'
import { t } from './strings.ts'

/** The moments that were given a name, each with its digest and who named it. */
export function VersionList(props: { versions: SectionHistory['versions']; choose: (seq: number) => void }) {
  return (
    <section aria-label={t('versions')} class="flex flex-col gap-1">
      <h3 class="font-medium text-sm">{t('versions')}</h3>
      <Show when={props.versions.length > 0} fallback={<p class="text-muted text-sm">{t('noVersions')}</p>}>
        <ul class="divide-y divide-line rounded-md border border-line">
          <For each={props.versions}>
            {(version) => (
              <li>
                <button
                  type="button"
                  class="flex w-full flex-wrap items-baseline gap-x-3 px-3 py-2 text-left hover:bg-sunken"
                  onClick={() => props.choose(version.seq)}
                >
                  <span class="font-medium">{version.name}</span>
                  <span class="text-sm tabular-nums">{formatDateTime(version.at)}</span>
                  <span class="text-muted text-sm">
                    {t('namedBy', { who: officerLine(version.namedBy), at: formatDateTime(version.namedAt) })}
                  </span>
                  <code class="text-faint text-xs" title={version.digest}>
                    {shortDigest(version.digest)}
                  </code>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

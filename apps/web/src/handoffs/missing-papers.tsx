import { Panel } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { Handoff } from '../app/api-types.ts'
import { locale, said } from '../app/i18n/index.ts'
import { t } from './strings.ts'

/** What the law asks for and the package does not hold: it is not sent like this. */
export function MissingPapers(props: { handoff: Handoff }) {
  const isOwed = () => props.handoff.state === 'prepared' && props.handoff.missing.length > 0
  return (
    <Show when={isOwed()}>
      <Panel title={t('missing')} note={t('missingHint')}>
        <ul class="flex list-disc flex-col gap-1.5 pl-5">
          <For each={props.handoff.missing}>
            {(each) => (
              <li>
                <span class="font-medium">{said(each.words)}</span>
                <span class="block text-muted text-sm">
                  {each.basis.map(said).join(locale() === 'zh' ? '、' : ', ')} · {said(each.statusWords)}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Panel>
    </Show>
  )
}

import { Panel } from '@lianban/ui'
import { createMemo, For, Show } from 'solid-js'
import type { Radar } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { said } from '../app/i18n/index.ts'
import { t } from './texts.ts'

/** How many rows each rule lists of each agency; a number chooses them. */
export function RadarCounts(props: { radar: Radar; choose: (rule: string, agency: string) => void }) {
  const agencies = createMemo(() => [...new Map(props.radar.counts.map(({ agency }) => [agency.id, agency])).values()])
  const rules = () => props.radar.rules.filter(({ id }) => props.radar.counts.some(({ rule }) => rule === id))
  const countOf = (rule: string, agencyId: string) =>
    props.radar.counts.find((each) => each.rule === rule && each.agency.id === agencyId)?.count ?? 0
  return (
    <Panel flush title={t('counts')} note={t('countsHint')}>
      <div class="overflow-x-auto">
        <table class="w-full text-sm">
          <caption class="sr-only">{t('counts')}</caption>
          <thead>
            <tr class="border-line border-b text-left text-muted">
              <th scope="col" class="px-4 py-2 font-medium">
                {t('agency')}
              </th>
              <For each={rules()}>
                {(rule) => (
                  <th scope="col" class="px-3 py-2 text-right font-medium">
                    {said(rule.title)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={agencies()}>
              {(agency) => (
                <tr class="border-line border-b last:border-b-0">
                  <th scope="row" class="whitespace-nowrap px-4 py-2 text-left font-medium">
                    <AgencyName agency={agency} />
                  </th>
                  <For each={rules()}>
                    {(rule) => (
                      <td class="px-3 py-2 text-right tabular-nums">
                        <Show when={countOf(rule.id, agency.id)} fallback={<span class="text-faint">—</span>}>
                          {(count) => (
                            <button
                              type="button"
                              class="min-h-6 min-w-6 rounded px-1.5 font-medium text-accent-text hover:underline"
                              aria-label={`${said(rule.title)} ${count()}`}
                              onClick={() => props.choose(rule.id, agency.id)}
                            >
                              {count()}
                            </button>
                          )}
                        </Show>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

import { EmptyState, Panel, SelectField } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Radar, RadarRow } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { RadarCounts } from './radar-counts.tsx'
import { RowLine } from './row-line.tsx'
import { SuperviseDialog } from './supervise-dialog.tsx'
import { t } from './texts.ts'

/** The rows with their reasons, chosen by rule and by agency. */
export function RadarRows() {
  const [address, setAddress] = useSearchParams<{ rule?: string; agency?: string }>()
  const chosen = () => ({
    ...(address.rule && { rule: address.rule }),
    ...(address.agency && { agencyId: address.agency }),
  })
  const found = useQuery(() => ({
    queryKey: ['radar', 'rows', chosen()],
    queryFn: () => api.radar.list.query(chosen()),
  }))
  const [row, setRow] = createSignal<RadarRow>()
  return (
    <>
      <Loaded query={found} rows={6}>
        {(data) => (
          <div class="flex flex-col gap-4">
            <Show when={data().counts.length > 0}>
              <RadarCounts radar={data()} choose={(rule, agency) => setAddress({ rule, agency }, { replace: true })} />
            </Show>
            <div class="flex flex-wrap items-end gap-3">
              <SelectField
                class="w-64 narrow:w-full"
                label={t('rule')}
                placeholder={t('allRules')}
                options={[{ value: '', label: t('allRules') }, ...data().rules.map(asChoice)]}
                value={address.rule ?? ''}
                onChange={(rule) => setAddress({ rule: rule || undefined }, { replace: true })}
              />
              <SelectField
                class="w-64 narrow:w-full"
                label={t('agency')}
                placeholder={t('allAgencies')}
                options={[{ value: '', label: t('allAgencies') }, ...agenciesIn(data())]}
                value={address.agency ?? ''}
                onChange={(agency) => setAddress({ agency: agency || undefined }, { replace: true })}
              />
            </div>
            <Panel flush title={t('box.rows')} note={noteOn(data())}>
              <ul>
                <For
                  each={data().items}
                  fallback={
                    <EmptyState
                      icon={<ShieldCheck size={20} />}
                      title={t(data().counts.length > 0 ? 'emptyChosen' : 'empty')}
                      description={t('emptyHint')}
                    />
                  }
                >
                  {(each) => (
                    <RowLine
                      row={each}
                      rule={data().rules.find(({ id }) => id === each.rule)}
                      supervise={() => setRow(each)}
                    />
                  )}
                </For>
              </ul>
            </Panel>
          </div>
        )}
      </Loaded>
      <Show when={row()} keyed>
        {(each) => <SuperviseDialog row={each} close={() => setRow(undefined)} />}
      </Show>
    </>
  )
}

const asChoice = ({ id, title }: Radar['rules'][number]) => ({ value: id, label: said(title), note: id })

const agenciesIn = ({ counts }: Radar) =>
  [...new Map(counts.map(({ agency }) => [agency.id, agency])).values()].map((agency) => ({
    value: agency.id,
    label: agencyShort(agency),
  }))

function noteOn({ lookedAt, hasMore, items }: Radar): string | undefined {
  const parts = [
    hasMore ? t('firstOf', { n: items.length }) : items.length > 0 ? t('total', { n: items.length }) : undefined,
    lookedAt ? t('lookedAt', { at: formatDateTime(lookedAt) }) : undefined,
  ]
  return parts.filter(Boolean).join(' · ') || undefined
}

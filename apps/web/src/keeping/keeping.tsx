import { Button, EmptyState, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Snowflake from 'lucide-solid/icons/snowflake'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Retention } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDate } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { Holds } from './holds.tsx'
import { KindsTable } from './kinds-table.tsx'
import { Proposals } from './proposals.tsx'
import { ProposeDialog, type Scope } from './propose-dialog.tsx'
import { t } from './strings.ts'

/** What the log keeps how long and why; for audit administrators what is due, which holds stand, and what is proposed. */
export function Keeping() {
  const retention = useQuery(() => ({ queryKey: ['retention'], queryFn: () => api.retention.overview.query({}) }))
  const [proposing, propose] = createSignal<Scope>()
  return (
    <>
      <Loaded query={retention} rows={6}>
        {(found) => (
          <div class="flex flex-col gap-4">
            <p class="max-w-3xl text-muted text-sm">{t('lead')}</p>
            <Panel
              flush
              title={t('kinds')}
              actions={
                <Show when={found().keeping?.canPropose}>
                  <Button size="sm" onClick={() => propose({ of: 'record' })}>
                    {t('byRecord')}
                  </Button>
                </Show>
              }
            >
              <KindsTable
                kinds={found().kinds}
                canPropose={found().keeping?.canPropose ?? false}
                propose={(kind) => propose({ of: 'kind', kind })}
              />
            </Panel>
            <Show when={found().keeping} fallback={<Holds />}>
              {(keeping) => (
                <>
                  <Proposals proposals={keeping().proposals} />
                  <StandingHolds holds={keeping().holds} />
                </>
              )}
            </Show>
          </div>
        )}
      </Loaded>
      <Show when={proposing()} keyed>
        {(scope) => <ProposeDialog scope={scope} close={() => propose(undefined)} />}
      </Show>
    </>
  )
}

/** The operator learns that there is a hold, whose and since when, and nothing of the record. */
function StandingHolds(props: { holds: NonNullable<Retention['keeping']>['holds'] }) {
  return (
    <Panel flush title={t('holdsOfOperator')}>
      <ul>
        <For
          each={props.holds}
          fallback={<EmptyState icon={<Snowflake size={20} />} title={t('noHolds')} description={t('noHoldsHint')} />}
        >
          {({ agency, at, kind }) => (
            <li class="border-line border-b px-4 py-2.5 last:border-b-0">
              {t('holdLine', { agency: agencyShort(agency), at: formatDate(at), kind: t(`kind.${kind}`) })}
            </li>
          )}
        </For>
      </ul>
    </Panel>
  )
}

import { useQuery } from '@tanstack/solid-query'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { RecordRef } from '../app/api-types.ts'
import { Loaded } from '../app/loaded.tsx'
import { AgencyAccess } from './agency-access.tsx'
import type { ChosenDeed } from './grant-card.tsx'
import { GrantDialog } from './grant-dialog.tsx'
import { leadsTheCase, liveGrantsOf, passedOnFrom, pastGrants, waitingGrants } from './grants-by-grantee.ts'
import { PastGrants } from './past-grants.tsx'
import { t } from './strings.ts'
import { WaitingGrants } from './waiting-grants.tsx'

/** Which agency, which post, may do what, by which rule, for what purpose and until when; and what waits. */
export function AccessPanel(props: { record: RecordRef }) {
  const who = useQuery(() => ({
    queryKey: ['access', props.record.kind, props.record.id],
    queryFn: () => api.access.whoCanSee.query({ record: { ...props.record } }),
  }))
  const grants = useQuery(() => ({
    queryKey: ['grants', 'list', props.record.kind, props.record.id],
    queryFn: () => api.grants.list.query({ record: { ...props.record } }),
  }))
  const [chosen, choose] = createSignal<ChosenDeed>()
  const all = () => grants.data?.items ?? []
  const waiting = createMemo(() => waitingGrants(all()))
  const past = createMemo(() => pastGrants(all(), new Date()))

  return (
    <Loaded query={who} rows={8}>
      {(data) => (
        <div class="flex flex-col gap-4">
          <Show when={waiting().length > 0}>
            <WaitingGrants grants={waiting()} choose={choose} />
          </Show>
          <p class="text-muted text-sm">
            {t('access.hint')} {t('access.count', { n: data().items.length })}
          </p>
          <For each={data().items}>
            {(seer) => (
              <AgencyAccess
                kind={props.record.kind}
                seer={seer}
                grants={liveGrantsOf(all(), seer, new Date())}
                choose={choose}
              />
            )}
          </For>
          <Show when={past().length > 0}>
            <PastGrants grants={past()} />
          </Show>
          <Show when={chosen()} keyed>
            {(picked) => (
              <GrantDialog
                record={props.record}
                chosen={picked}
                leads={leadsTheCase(data().items, picked.grant.grantee.id)}
                onward={passedOnFrom(all(), picked.grant.id, new Date()).length}
                close={() => choose(undefined)}
              />
            )}
          </Show>
        </div>
      )}
    </Loaded>
  )
}

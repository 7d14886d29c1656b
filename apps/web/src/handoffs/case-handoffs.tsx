import { Button, EmptyState, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Case } from '../app/api-types.ts'
import { Loaded } from '../app/loaded.tsx'
import { t as ofCase } from '../cases/strings.ts'
import { CaseLadders } from './case-ladder.tsx'
import { t } from './strings.ts'

/** Whether some kind of hand-over may be prepared from the case. */
export const mayPrepare = ({ can }: Case): boolean =>
  can.prepareHandoff || can.handBack || can.handOver || can.giveOpinion

/** A procurator prepares an opinion, everybody else a handoff. */
export const prepareWords = ({ can }: Case): string =>
  can.giveOpinion ? t('prepare.opinion') : ofCase('page.prepareHandoff')

/** The handoffs of one case. */
export function CaseHandoffs(props: { record: Case; prepare: () => void }) {
  const handoffs = useQuery(() => ({
    queryKey: ['handoffs', 'list', 'case', props.record.id],
    queryFn: () => api.handoffs.list.query({ box: 'case', caseId: props.record.id }),
  }))
  return (
    <Panel flush>
      <Loaded query={handoffs}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={
              <EmptyState
                title={t('empty.case')}
                description={t('empty.caseHint')}
                action={
                  <Show when={mayPrepare(props.record)}>
                    <Button onClick={() => props.prepare()}>{prepareWords(props.record)}</Button>
                  </Show>
                }
              />
            }
          >
            <CaseLadders rows={data().items} />
          </Show>
        )}
      </Loaded>
    </Panel>
  )
}

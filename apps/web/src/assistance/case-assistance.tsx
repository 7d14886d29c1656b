import { Button, EmptyState, Panel, Table } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Case } from '../app/api-types.ts'
import { Loaded } from '../app/loaded.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { requestColumns } from './request-table.tsx'
import { t } from './texts.ts'

/** What was asked of others on the case, and the button to ask. */
export function CaseAssistance(props: { record: Case }) {
  const [asking, setAsking] = createSignal(false)
  const found = useQuery(() => ({
    queryKey: ['assistance', 'case', props.record.id],
    queryFn: () => api.assistance.list.query({ box: 'case', caseId: props.record.id }),
  }))
  const button = () => (
    <Show when={props.record.can.askAssistance}>
      <Button size="sm" onClick={() => setAsking(true)}>
        {t('ask')}
      </Button>
    </Show>
  )
  return (
    <Panel title={t('ofCase')} flush actions={button()}>
      <Loaded query={found} compact rows={2}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={<EmptyState compact title={t('noneOfCase')} description={t('noneOfCaseHint')} />}
          >
            <Table
              caption={t('ofCase')}
              columns={requestColumns('case')}
              rows={data().items}
              rowKey={(row) => row.id}
            />
          </Show>
        )}
      </Loaded>
      <Show when={asking()}>
        <AskDialog caseId={props.record.id} close={() => setAsking(false)} />
      </Show>
    </Panel>
  )
}

import { useQuery } from '@tanstack/solid-query'
import { For } from 'solid-js'
import { api } from '../app/api.ts'
import type { ExplainedRecord } from '../app/api-types.ts'
import { Loaded } from '../app/loaded.tsx'
import { StandingItem } from './standing-list.tsx'
import { t } from './texts.ts'

/** Who else may do what with the record today, agency by agency. */
export function OthersView(props: { record: ExplainedRecord }) {
  const others = useQuery(() => ({
    queryKey: ['explain', 'others', props.record.kind, props.record.id],
    queryFn: () => api.explain.others.query({ record: { ...props.record } }),
  }))
  return (
    <Loaded query={others} rows={8} compact>
      {(data) => (
        <div class="flex flex-col gap-3">
          <p class="text-muted text-sm">{t('others.hint', { n: data().items.length })}</p>
          <ul class="flex flex-col gap-3">
            <For each={data().items}>{(standing) => <StandingItem standing={standing} />}</For>
          </ul>
        </div>
      )}
    </Loaded>
  )
}

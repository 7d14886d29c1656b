import { Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Notice } from '../app/api-types.ts'
import { AgencyName, postName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDateTime } from '../app/format.ts'
import { NoticeKindBadge, NoticeStateBadge } from './notice-state.tsx'
import { t } from './texts.ts'

/** For the owner of a record: who was told of its recalls and corrections, and who has acknowledged. */
export function ReceiptsPanel(props: { recordId: string }) {
  const query = useQuery(() => ({
    queryKey: ['recalls', 'of', props.recordId],
    queryFn: () => api.recalls.list.query({ box: 'sent', recordId: props.recordId, limit: 100 }),
  }))
  const done = () => query.data?.items.filter(({ state }) => state === 'acknowledged').length ?? 0
  return (
    <Show when={query.data?.items.length}>
      {(all) => (
        <Panel flush title={t('panel')} note={t('panelSummary', { done: done(), all: all() })}>
          <ul>
            <For each={query.data?.items}>{(notice) => <ReceiptLine notice={notice} />}</For>
          </ul>
        </Panel>
      )}
    </Show>
  )
}

function ReceiptLine(props: { notice: Notice }) {
  return (
    <li class="border-line border-b px-4 py-2.5 last:border-b-0">
      <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <a href={`/recalls/${props.notice.id}`} class="min-w-0 font-medium hover:text-accent-text">
          <AgencyName agency={props.notice.agency} />
        </a>
        <NoticeKindBadge kind={props.notice.kind} />
        <NoticeStateBadge state={props.notice.state} />
      </div>
      <p class="mt-0.5 text-muted text-sm">
        <Show when={props.notice.receipt} fallback={`${t('dueAt')} ${formatDateTime(props.notice.dueAt)}`}>
          {(receipt) =>
            `${word('copies', receipt().copies)} · ${t('by', { post: postName(receipt().officer), at: formatDateTime(receipt().givenAt) })}`
          }
        </Show>
      </p>
    </li>
  )
}

import { Badge, Button, EmptyState, Panel } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import Check from 'lucide-solid/icons/check'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { InboxNotice } from '../app/api-types.ts'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { LoadMore } from '../app/load-more.tsx'
import { Loaded } from '../app/loaded.tsx'
import { createPagedQuery } from '../app/paged-query.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './texts.ts'

/** Notices, the newest first; opening one marks it as read. */
export function NoticeList(props: { isUnseen: boolean }) {
  const queries = useQueryClient()
  const found = createPagedQuery(() => ({
    queryKey: ['notices', 'list', props.isUnseen],
    read: (cursor) => api.notices.list.query({ cursor, isUnseen: props.isUnseen || undefined }),
  }))
  const rows = (): InboxNotice[] => found.data?.pages.flatMap((page) => page.items) ?? []
  const unread = () => rows().filter(({ seenAt }) => !seenAt)
  const reload = () => queries.invalidateQueries({ queryKey: ['notices'] })
  const see = createDeed({
    send: (numbers: number[], submissionId) => api.notices.see.mutate({ numbers, submissionId }),
    done: reload,
  })
  return (
    <Panel
      flush
      title={t(props.isUnseen ? 'box.unseen' : 'box.all')}
      actions={
        <Show when={unread().length > 1}>
          <Button
            size="sm"
            variant="quiet"
            busy={see.busy()}
            icon={<Check size={14} aria-hidden="true" />}
            onClick={() =>
              void see.run(
                unread()
                  .slice(0, 100)
                  .map(({ number }) => number),
              )
            }
          >
            {t('markAll')}
          </Button>
        </Show>
      }
    >
      <RefusalNotice error={see.error()} reload={() => void reload()} />
      <Loaded query={found} rows={5}>
        {() => (
          <Show
            when={rows().length > 0}
            fallback={
              <EmptyState title={t(props.isUnseen ? 'emptyUnseen' : 'emptyAll')} description={t('emptyUnseenHint')} />
            }
          >
            <ul class="divide-y divide-line">
              <For each={rows()}>{(notice) => <NoticeLine notice={notice} see={(n) => void see.run([n])} />}</For>
            </ul>
            <LoadMore query={found} />
          </Show>
        )}
      </Loaded>
    </Panel>
  )
}

function NoticeLine(props: { notice: InboxNotice; see: (number: number) => void }) {
  const matter = () => props.notice.matter
  return (
    <li class="flex items-start gap-3 px-4 py-3">
      <span
        aria-hidden="true"
        class={`mt-2 size-2 shrink-0 rounded-full ${props.notice.seenAt ? 'bg-transparent' : props.notice.isUrgent ? 'bg-danger' : 'bg-accent'}`}
      />
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <a
            class={`hover:text-accent-text hover:underline ${props.notice.seenAt ? '' : 'font-medium'}`}
            href={matter().href}
            onClick={() => !props.notice.seenAt && props.see(props.notice.number)}
          >
            {said(props.notice.words)}
          </a>
          <Show when={props.notice.isUrgent}>
            <Badge tone="danger">{t('urgent')}</Badge>
          </Show>
        </p>
        <p class="mt-0.5 flex flex-wrap gap-x-3 text-muted text-sm">
          <span>{[matter().number, matter().title].filter(Boolean).join(' · ')}</span>
          <span>{formatDateTime(props.notice.at)}</span>
        </p>
      </div>
      <Show when={!props.notice.seenAt}>
        <Button
          size="sm"
          variant="quiet"
          aria-label={t('markSeen')}
          icon={<Check size={16} aria-hidden="true" />}
          onClick={() => props.see(props.notice.number)}
        />
      </Show>
    </li>
  )
}

import { Button, CheckboxField, EmptyState, Panel } from '@lianban/ui'
import { useInfiniteQuery } from '@tanstack/solid-query'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { formatDate, formatInstant } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { loggedRead } from '../app/query-client.ts'
import { HoldButton } from '../keeping/hold-button.tsx'
import { t } from './strings.ts'
import { byDay, type Head, orderedTrail } from './trail.ts'
import { TrailExport } from './trail-export.tsx'
import { TrailLine } from './trail-line.tsx'

/** Everything that was done or tried on a case, in sentences, with where each stands in the tree. */
export function CaseAudit(props: { caseId: string; name: string }) {
  const [onlyRefused, setOnlyRefused] = createSignal(false)
  const trail = useInfiniteQuery(() => ({
    queryKey: ['audit', props.caseId],
    queryFn: ({ pageParam }: { pageParam: string }) =>
      api.audit.ofCase.query({ caseId: props.caseId, ...(pageParam && { cursor: pageParam }) }),
    ...loggedRead,
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  }))
  const entries = createMemo(() => trail.data?.pages.flatMap((page) => page.items) ?? [])
  const head = () => trail.data?.pages[0]?.head ?? null
  const shown = createMemo(() =>
    orderedTrail(entries()).filter((entry) => !onlyRefused() || entry.outcome === 'refused'),
  )
  const days = createMemo(() => byDay(shown(), formatDate))

  return (
    <div class="flex flex-col gap-4">
      <div class="flex flex-wrap items-center gap-x-5 gap-y-2">
        <p class="min-w-0 flex-1 text-muted text-sm narrow:min-w-full">{t('hint')}</p>
        <CheckboxField label={t('onlyRefused')} checked={onlyRefused()} onChange={setOnlyRefused} />
        <HoldButton record={{ kind: 'Case', id: props.caseId }} name={props.name} />
        <TrailExport caseId={props.caseId} />
      </div>
      <Panel flush>
        <Loaded query={trail} rows={8}>
          {() => (
            <>
              <TreeHead head={head()} />
              <Show
                when={shown().length > 0}
                fallback={
                  <EmptyState
                    title={onlyRefused() ? t('noneRefused') : t('empty')}
                    description={onlyRefused() ? undefined : t('emptyHint')}
                  />
                }
              >
                <For each={days()}>
                  {(day) => (
                    <section aria-label={day.day}>
                      <h3 class="border-line border-b bg-sunken px-4 py-1 font-medium text-muted text-xs">{day.day}</h3>
                      <ol>
                        <For each={day.entries}>{(entry) => <TrailLine entry={entry} head={head()} />}</For>
                      </ol>
                    </section>
                  )}
                </For>
              </Show>
              <Show when={trail.hasNextPage}>
                <div class="flex items-center justify-center gap-4 px-4 py-2.5 text-muted text-sm">
                  {t('moreLeft', { n: entries().length })}
                  <Button size="sm" busy={trail.isFetchingNextPage} onClick={() => trail.fetchNextPage()}>
                    {t('more')}
                  </Button>
                </div>
              </Show>
            </>
          )}
        </Loaded>
      </Panel>
    </div>
  )
}

function TreeHead(props: { head: Head | null }) {
  return (
    <div class="border-line border-b px-4 py-2.5 text-sm">
      <Show when={props.head} fallback={<p class="text-muted">{t('noHead')}</p>}>
        {(head) => (
          <p class="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <span class="font-medium">{t('head')}</span>
            <span>{t('headSize', { size: head().size })}</span>
            <span class="text-muted">
              {t('headAt')} {formatInstant(head().at)}
            </span>
            <code class="min-w-0 break-all text-muted text-xs">{head().rootHash}</code>
          </p>
        )}
      </Show>
    </div>
  )
}

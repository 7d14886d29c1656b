import { Button, EmptyState, Panel, Table, type TableProps } from '@lianban/ui'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/solid-query'
import { type JSX, Show } from 'solid-js'
import { t } from './i18n/index.ts'
import { Loaded } from './loaded.tsx'

type Page<Row> = { readonly items: readonly Row[] }

type PagedTableProps<Row> = Omit<TableProps<Row>, 'rows'> & {
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>
  title?: string
  note?: string | undefined
  /** What the list is for, said when nothing is in it. */
  empty: { readonly title: string; readonly description: string; readonly icon?: JSX.Element }
}

/** A list that is read page by page: its rows, a button for more, and words when there are none. */
export function PagedTable<Row>(props: PagedTableProps<Row>) {
  return (
    <Panel flush title={props.title} note={props.note}>
      <Loaded query={props.query} rows={4}>
        {(found) => {
          const rows = () => found().pages.flatMap((page) => page.items)
          return (
            <Show when={rows().length} fallback={<EmptyState {...props.empty} />}>
              <Table {...props} rows={rows()} />
              <Show when={props.query.hasNextPage}>
                <div class="flex justify-center border-line border-t p-3">
                  <Button size="sm" busy={props.query.isFetchingNextPage} onClick={() => props.query.fetchNextPage()}>
                    {t('loadMore')}
                  </Button>
                </div>
              </Show>
            </Show>
          )
        }}
      </Loaded>
    </Panel>
  )
}

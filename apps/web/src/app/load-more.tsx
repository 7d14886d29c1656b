import { Button } from '@lianban/ui'
import { Show } from 'solid-js'
import { t } from './i18n/index.ts'

/** Under a list of which there is more. */
export function LoadMore(props: {
  query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
}) {
  return (
    <Show when={props.query.hasNextPage}>
      <div class="flex justify-center border-line border-t p-3">
        <Button size="sm" busy={props.query.isFetchingNextPage} onClick={() => void props.query.fetchNextPage()}>
          {t('loadMore')}
        </Button>
      </div>
    </Show>
  )
}

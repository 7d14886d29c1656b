import { Button, Panel } from '@lianban/ui'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { t as shared } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPagedQuery } from '../app/paged-query.ts'
import { ClockChip } from './clock-chip.tsx'
import { t } from './texts.ts'

/** The clocks of a case, a clue or a handoff, the nearest end first. */
export function MatterClocks(props: { id: string }) {
  const found = createPagedQuery(() => ({
    queryKey: ['clocks', 'of', props.id],
    read: (cursor) => api.clocks.ofMatter.query({ id: props.id, cursor }),
  }))
  return (
    <Panel title={t('ofMatter')}>
      <Loaded query={found} compact rows={2}>
        {(data) => (
          <Show when={data().pages[0]?.items.length} fallback={<p class="text-muted text-sm">{t('noneHere')}</p>}>
            <ul class="flex flex-col gap-2">
              <For each={data().pages.flatMap((page) => page.items)}>
                {(clock) => (
                  <li>
                    <ClockChip clock={clock} />
                  </li>
                )}
              </For>
            </ul>
            <Show when={found.hasNextPage}>
              <Button size="sm" busy={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
                {shared('loadMore')}
              </Button>
            </Show>
          </Show>
        )}
      </Loaded>
    </Panel>
  )
}

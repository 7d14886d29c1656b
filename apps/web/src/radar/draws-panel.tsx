import { Button, EmptyState, Panel, TextField } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import Dices from 'lucide-solid/icons/dices'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { Loaded } from '../app/loaded.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { DrawCard } from './draw-card.tsx'
import { drawSize } from './draw-size.ts'
import { t } from './texts.ts'

/** Draws among the rows, each with its three acts and what was published of it. */
export function DrawsPanel() {
  const [address] = useSearchParams<{ rule?: string; agency?: string }>()
  const queries = useQueryClient()
  const draws = useQuery(() => ({ queryKey: ['radar', 'draws'], queryFn: () => api.radar.draws.query({}) }))
  const [size, setSize] = createSignal('3')
  const deed = createDeed({
    send: (_: string, submissionId) =>
      api.radar.beginDraw.mutate({
        size: drawSize(size())!,
        ...(address.rule && { rule: address.rule }),
        ...(address.agency && { agencyId: address.agency }),
        submissionId,
      }),
    done: () => void queries.invalidateQueries({ queryKey: ['radar'] }),
  })
  return (
    <div class="flex flex-col gap-4">
      <Panel title={t('begin')}>
        <div class="flex flex-col gap-3">
          <p class="text-sm">{t('drawIntro')}</p>
          <form
            class="flex flex-wrap items-end gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              if (drawSize(size()) !== undefined) void deed.run('')
            }}
          >
            <TextField
              class="w-32"
              label={t('size')}
              value={size()}
              error={drawSize(size()) === undefined ? t('sizeWrong') : undefined}
              onChange={setSize}
            />
            <Button type="submit" variant="primary" disabled={deed.busy() || drawSize(size()) === undefined}>
              {t('begin')}
            </Button>
          </form>
          <RefusalNotice error={deed.error()} reload={() => deed.forget()} />
        </div>
      </Panel>
      <Panel flush title={t('draws')}>
        <Loaded query={draws} rows={3}>
          {(found) => (
            <Show
              when={found().items.length > 0}
              fallback={<EmptyState icon={<Dices size={20} />} title={t('noDraws')} description={t('noDrawsHint')} />}
            >
              <ul>
                <For each={found().items}>{(draw) => <DrawCard draw={draw} />}</For>
              </ul>
            </Show>
          )}
        </Loaded>
      </Panel>
    </div>
  )
}

import { EmptyState, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Chain, Review } from '../app/api-types.ts'
import { Loaded } from '../app/loaded.tsx'
import { loggedRead } from '../app/query-client.ts'
import { ItemReview } from './item-review.tsx'
import { itemsIn } from './items-in.ts'
import { Marks } from './marks.tsx'
import { ItemButton, Matrix, MatrixList } from './matrix.tsx'
import { Notes } from './notes.tsx'
import type { Spot } from './spot.ts'
import { t } from './texts.ts'
import { outcomeTones } from './tones.ts'

/** The procurator's desk of a case: elements against evidence, each item beside them, marks of the office and private notes. */
export function ReviewPanel(props: { caseId: string }) {
  const chain = useQuery(() => ({
    queryKey: ['evidence', 'chain', props.caseId],
    queryFn: () => api.chain.ofCase.query({ caseId: props.caseId }),
  }))
  const review = useQuery(() => ({
    queryKey: ['evidence', 'review', props.caseId],
    queryFn: () => api.review.ofCase.query({ caseId: props.caseId }),
  }))
  return (
    <Loaded query={chain}>
      {(found) => (
        <Loaded query={review}>{(own) => <OpenReview caseId={props.caseId} chain={found()} review={own()} />}</Loaded>
      )}
    </Loaded>
  )
}

/** On a narrow screen the item stands below the list, and from a note it stands above. */
function bringIntoView(element: HTMLElement | undefined): void {
  const { top = 0 } = element?.getBoundingClientRect() ?? {}
  if (top < 0 || top > window.innerHeight / 2) element?.scrollIntoView({ block: 'start' })
}

function OpenReview(props: { caseId: string; chain: Chain; review: Review }) {
  const bound = () => itemsIn(props.chain)
  const items = () => [...bound(), ...props.chain.orphans.items]
  const [chosen, setChosen] = createSignal<string>()
  const [looking, look] = createSignal<Spot>()
  const [here, move] = createSignal<Spot>()
  let beside: HTMLDivElement | undefined
  const current = () => items().find(({ id }) => id === chosen())
  const found = useQuery(() => ({
    queryKey: ['evidence', 'item', chosen() ?? ''],
    queryFn: () => api.evidence.find.query({ evidenceId: chosen()! }),
    enabled: chosen() !== undefined,
    ...loggedRead,
  }))
  const fileName = (fileId: string) => found.data?.files.find(({ id }) => id === fileId)?.name ?? t('fileGone')
  const citing = () => {
    const spot = here()
    return spot && { spot, file: fileName(spot.fileId) }
  }
  const choose = (itemId: string, spot?: Spot) => {
    if (itemId !== chosen()) move(undefined)
    setChosen(itemId)
    look(spot)
    queueMicrotask(() => bringIntoView(beside))
  }
  const examined = () => items().filter(({ id }) => props.review.marks.some(({ itemId }) => itemId === id)).length
  const toneOf = (itemId: string) => {
    const outcome = props.review.outcomes.find((one) => one.itemId === itemId)?.outcome
    return outcome ? outcomeTones[outcome] : 'neutral'
  }
  const table = () => ({
    chain: props.chain,
    review: props.review,
    items: bound(),
    chosen: chosen(),
    choose: (id: string) => choose(id),
  })
  return (
    <div class="flex flex-col gap-4">
      <div class="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-4 narrow:grid-cols-1">
        <div class="flex min-w-0 flex-col gap-4">
          <Panel title={t('matrix')} note={t('marked', { n: examined(), all: items().length })} flush>
            <Show
              when={bound().length > 0}
              fallback={<EmptyState title={t('matrixEmpty')} description={t('matrixEmptyHint')} />}
            >
              <Matrix {...table()} />
              <MatrixList {...table()} />
              <p class="border-line border-t px-4 py-2 text-muted text-xs">{t('legend')}</p>
            </Show>
          </Panel>
          <Show when={props.chain.orphans.items.length > 0}>
            <Panel title={t('unbound')} note={props.chain.orphans.total}>
              <div class="flex flex-wrap gap-1">
                <For each={props.chain.orphans.items}>
                  {(item) => (
                    <ItemButton
                      item={item}
                      tone={toneOf(item.id)}
                      isChosen={chosen() === item.id}
                      choose={() => choose(item.id)}
                    />
                  )}
                </For>
              </div>
            </Panel>
          </Show>
        </div>
        <div ref={beside} class="flex min-w-0 scroll-mt-16 flex-col gap-4">
          <Show
            when={current()}
            fallback={
              <Panel>
                <EmptyState title={t('choose')} description={t('chooseHint')} />
              </Panel>
            }
          >
            {(item) => (
              <>
                <ItemReview
                  caseId={props.caseId}
                  item={item()}
                  found={found}
                  looking={looking()}
                  look={look}
                  move={move}
                />
                <Marks
                  caseId={props.caseId}
                  item={item()}
                  review={props.review}
                  here={citing()}
                  fileName={fileName}
                  look={look}
                />
              </>
            )}
          </Show>
        </div>
      </div>
      <Notes
        caseId={props.caseId}
        items={items()}
        review={props.review}
        item={current()}
        here={citing()}
        fileName={fileName}
        open={choose}
      />
    </div>
  )
}

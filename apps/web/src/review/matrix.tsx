import { Badge, type Tone } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { Chain, FactInChain, Review } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { cellOf, itemBeside, type ReviewItem } from './items-in.ts'
import { t } from './texts.ts'
import { factTones, outcomeTones, relationTones } from './tones.ts'

type Given = {
  chain: Chain
  review: Review
  items: readonly ReviewItem[]
  chosen: string | undefined
  choose: (itemId: string) => void
}

const toneOf = (review: Review, itemId: string): Tone => {
  const found = review.outcomes.find((one) => one.itemId === itemId)
  return found ? outcomeTones[found.outcome] : 'neutral'
}

/** Facts down, items across; a click or Enter on an item opens it beside the table. */
export function Matrix(props: Given) {
  const facts = () => props.chain.elements.flatMap((element) => element.facts)
  const walk = (event: KeyboardEvent, itemId: string) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const next = itemBeside(props.items, itemId, event.key === 'ArrowLeft' ? -1 : 1)
    if (!next) return
    event.preventDefault()
    document.getElementById(`review-${next.id}`)?.focus()
    props.choose(next.id)
  }
  return (
    <section class="max-h-[70vh] overflow-auto narrow:hidden" aria-label={t('matrix')}>
      <table class="w-full border-collapse text-sm">
        <thead>
          <tr>
            <th scope="col" class="sticky top-0 left-0 z-20 min-w-44 bg-sunken px-3 py-2 text-left font-medium">
              {t('fact')}
            </th>
            <For each={props.items}>
              {(item) => (
                <th scope="col" class="sticky top-0 z-10 bg-sunken px-1 py-1 text-center font-normal">
                  <ItemButton
                    id={`review-${item.id}`}
                    item={item}
                    tone={toneOf(props.review, item.id)}
                    isChosen={props.chosen === item.id}
                    choose={() => props.choose(item.id)}
                    walk={(event) => walk(event, item.id)}
                  />
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={facts()}>
            {(fact) => (
              <tr class="border-line border-t">
                <th
                  scope="row"
                  class="sticky left-0 z-10 border-line border-t bg-surface px-3 py-1.5 text-left font-normal"
                >
                  <span class="block">{said(fact.words)}</span>
                  <FactState fact={fact} review={props.review} />
                </th>
                <For each={props.items}>
                  {(item) => (
                    <td class={`px-1 py-1 text-center ${props.chosen === item.id ? 'bg-accent-soft/40' : ''}`}>
                      <Show when={cellOf(fact, item.id)}>
                        {(cell) => (
                          <Badge tone={cell().counts === 'yes' ? relationTones[cell().relation] : 'neutral'}>
                            {t(`relation.${cell().relation}`)}
                          </Badge>
                        )}
                      </Show>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}

/** The same on a narrow screen: each fact with the items that stand to it. */
export function MatrixList(props: Given) {
  return (
    <ul class="hidden divide-y divide-line narrow:block">
      <For each={props.chain.elements.flatMap((element) => element.facts)}>
        {(fact) => (
          <li class="flex flex-col gap-1.5 px-4 py-2.5 text-sm">
            <span class="font-medium">{said(fact.words)}</span>
            <FactState fact={fact} review={props.review} />
            <span class="flex flex-wrap gap-1">
              <For each={fact.bindings}>
                {(binding) => (
                  <span class="inline-flex items-center gap-1">
                    <ItemButton
                      item={binding.item}
                      tone={toneOf(props.review, binding.item.id)}
                      isChosen={props.chosen === binding.item.id}
                      choose={() => props.choose(binding.item.id)}
                    />
                    <span class="text-muted text-xs">{t(`relation.${binding.relation}`)}</span>
                  </span>
                )}
              </For>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}

export function ItemButton(props: {
  id?: string
  item: ReviewItem
  tone: Tone
  isChosen: boolean
  choose: () => void
  walk?: (event: KeyboardEvent) => void
}) {
  return (
    <button
      id={props.id}
      type="button"
      title={props.item.name}
      aria-label={`${t('number', { n: props.item.number })} ${props.item.name}`}
      aria-pressed={props.isChosen}
      class={`rounded-md border px-1.5 py-1 narrow:min-h-11 narrow:min-w-11 ${props.isChosen ? 'border-accent' : 'border-transparent'}`}
      onClick={() => props.choose()}
      onKeyDown={(event) => props.walk?.(event)}
    >
      <Badge tone={props.tone}>{t('number', { n: props.item.number })}</Badge>
    </button>
  )
}

/** How the fact stands for the investigators and, where it differs, for the office that reviews. */
function FactState(props: { fact: FactInChain; review: Review }) {
  const own = () => props.review.facts.find(({ id }) => id === props.fact.id)?.state ?? props.fact.state
  return (
    <span class="flex flex-wrap gap-1">
      <Badge tone={factTones[props.fact.state]}>{t(`state.${props.fact.state}`)}</Badge>
      <Show when={own() !== props.fact.state}>
        <Badge tone={factTones[own()]}>{t('reviewed', { state: t(`state.${own()}`) })}</Badge>
      </Show>
    </span>
  )
}

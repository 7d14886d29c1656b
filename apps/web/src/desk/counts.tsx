import { For } from 'solid-js'
import type { Desk } from '../app/api-types.ts'
import { t } from './texts.ts'

const tiles = [
  { count: 'toSign', text: 'countToSign', href: '/handoffs', urgent: true },
  { count: 'toDecide', text: 'countToDecide', href: '/handoffs', urgent: true },
  { count: 'agreementsToSign', text: 'countAgreements', href: '/agreements', urgent: true },
  { count: 'awaitingThem', text: 'countAwaitingThem', href: '/handoffs?box=out', urgent: false },
  { count: 'cases', text: 'countCases', href: '/cases', urgent: false },
  { count: 'clues', text: 'countClues', href: '/clues', urgent: false },
] as const

/** Six numbers; those that wait for somebody here stand out as soon as they are not zero. */
export function Counts(props: { counts: Desk['counts'] }) {
  const look = (tile: (typeof tiles)[number]) => {
    const count = props.counts[tile.count]
    if (count === 0) return 'text-faint'
    return tile.urgent ? 'text-warn' : 'text-ink'
  }
  return (
    <nav aria-label={t('counts')}>
      <ul class="grid grid-cols-6 gap-px overflow-hidden rounded-lg border border-line bg-line narrow:grid-cols-3">
        <For each={tiles}>
          {(tile) => (
            <li class="bg-surface">
              <a
                href={tile.href}
                class="flex h-full flex-col px-4 py-2.5 transition-colors hover:bg-sunken focus-visible:-outline-offset-2 narrow:px-3"
              >
                <span class={`font-semibold text-2xl ${look(tile)}`}>{props.counts[tile.count]}</span>
                <span class="text-muted text-sm">{t(tile.text)}</span>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}

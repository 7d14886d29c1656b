import './history.css'
import { shadesOf } from '@lianban/dossier'
import { createMemo, For, Show } from 'solid-js'
import type { OfficerCard } from '../../app/api-types.ts'
import { officerLine } from '../../app/domain-badges.tsx'
import { formatDateTime } from '../../app/format.ts'
import { t } from './strings.ts'

type Fate = 'same' | 'added' | 'removed' | 'moved'
export type ToldPiece = {
  readonly text: string
  readonly fate?: Fate | undefined
  readonly person?: number | undefined
  readonly at?: string | undefined
}
export type ToldBlock = {
  readonly type: string
  readonly attrs: Readonly<Record<string, unknown>>
  readonly within: readonly string[]
  readonly fate?: 'same' | 'added' | 'removed' | 'restyled' | undefined
  readonly pieces: readonly ToldPiece[]
}

/** What a version says, or what changed in it: each change in the shade of the agency that made it. */
export function ToldBlocks(props: { blocks: readonly ToldBlock[]; people: readonly OfficerCard[] }) {
  const shades = createMemo(() => shadesOf(props.people.map(({ agency }) => agency.id)))
  const personOf = ({ person }: ToldPiece) => (person === undefined ? undefined : props.people[person])
  const shadeOf = (piece: ToldPiece) => {
    const agencyId = personOf(piece)?.agency.id
    return agencyId === undefined ? '' : `author-${shades().get(agencyId) ?? 0}`
  }
  const told = (piece: ToldPiece) => {
    const person = personOf(piece)
    if (!person || !piece.at || piece.fate === 'same') return undefined
    const facts = { who: officerLine(person), at: formatDateTime(piece.at) }
    return t(piece.fate ?? 'wrote', facts)
  }
  return (
    <div class="told">
      <For each={props.blocks}>
        {(block) => (
          <div
            class={`told-block told-${block.type} ${block.fate ? `told-block-${block.fate}` : ''}`}
            data-within={block.within.filter((name) => name !== 'listItem').join(' ')}
          >
            <For each={block.pieces}>
              {(piece) => (
                <span class={`told-${piece.fate ?? 'wrote'} ${shadeOf(piece)}`} title={told(piece)}>
                  {piece.text.replaceAll('\ufffc', t('record'))}
                </span>
              )}
            </For>
            <Show when={block.fate === 'restyled'}>
              <span class="ml-2 text-faint text-xs">{t('restyledBlock')}</span>
            </Show>
          </div>
        )}
      </For>
    </div>
  )
}

import { For, Show } from 'solid-js'
import type { FoundSection } from '../app/api-types.ts'
import { Line } from '../app/record-lines.tsx'
import { markedWords } from './marked-words.ts'

/** A section that says what was searched: its case, its title and the words around; pressing it opens the section. */
export function SectionLine(props: { section: FoundSection; q: string }) {
  return (
    <Line
      href={`/cases/${props.section.case.id}/dossier?section=${props.section.id}`}
      title={props.section.title}
      badges={<span class="text-muted text-sm">{props.section.case.name}</span>}
    >
      <span>
        <For each={markedWords(props.section.snippet, props.q)}>
          {(piece) => (
            <Show when={piece.isMarked} fallback={piece.text}>
              <mark class="rounded-sm bg-warn-soft px-0.5 text-ink">{piece.text}</mark>
            </Show>
          )}
        </For>
      </span>
    </Line>
  )
}

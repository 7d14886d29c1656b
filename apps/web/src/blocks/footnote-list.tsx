import type { Editor } from '@tiptap/core'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { t } from './strings.ts'

type Note = { readonly at: number; readonly size: number; readonly words: string }

function notesIn(document: Editor['state']['doc']): Note[] {
  const found: Note[] = []
  document.descendants((node, at) => {
    if (node.type.name === 'footnote') found.push({ at, size: node.nodeSize, words: node.textContent })
    return true
  })
  return found
}

/** The words of the footnotes below the text, counted as they stand in it; whoever writes the section writes them here. */
export function FootnoteList(props: { editor: Editor; mayWrite: boolean }) {
  const editor = props.editor
  const [notes, setNotes] = createSignal(notesIn(editor.state.doc))
  const look = () => setNotes(notesIn(editor.state.doc))
  editor.on('update', look)
  onCleanup(() => editor.off('update', look))

  const write = (note: Note, words: string) => {
    const inside = { from: note.at + 1, to: note.at + note.size - 1 }
    if (words === note.words) return
    const edit = editor.state.tr
    if (words === '') edit.delete(inside.from, inside.to)
    else edit.replaceWith(inside.from, inside.to, editor.schema.text(words))
    editor.view.dispatch(edit)
  }
  const remove = (note: Note) => editor.commands.deleteRange({ from: note.at, to: note.at + note.size })
  const goTo = (note: Note) => editor.chain().setTextSelection(note.at).scrollIntoView().focus().run()

  return (
    <Show when={notes().length}>
      <section aria-label={t('footnotes')} class="border-line border-t px-10 py-4 text-sm narrow:px-4">
        <ol class="flex flex-col gap-1.5">
          <For each={notes().map((_, place) => place)}>
            {(place) => (
              <li class="flex items-start gap-2">
                <button
                  type="button"
                  class="min-w-6 shrink-0 rounded-sm py-1 text-left text-accent-text underline"
                  aria-label={t('footnoteGo', { n: place + 1 })}
                  onClick={() => goTo(notes()[place]!)}
                >
                  [{place + 1}]
                </button>
                <Show
                  when={props.mayWrite}
                  fallback={<span class="min-w-0 flex-1 py-1 text-muted">{notes()[place]?.words}</span>}
                >
                  <input
                    class="min-w-0 flex-1 rounded-md border border-transparent bg-transparent px-2 py-1 hover:border-line-strong focus:border-line-strong focus:bg-surface"
                    aria-label={t('footnoteOf', { n: place + 1 })}
                    placeholder={t('footnoteWords')}
                    maxLength={1000}
                    value={notes()[place]?.words ?? ''}
                    onChange={(event) => write(notes()[place]!, event.currentTarget.value.trim())}
                  />
                  <button
                    type="button"
                    class="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-faint hover:bg-sunken hover:text-ink narrow:size-10"
                    aria-label={t('footnoteRemove', { n: place + 1 })}
                    title={t('footnoteRemove', { n: place + 1 })}
                    onClick={() => remove(notes()[place]!)}
                  >
                    <Trash size={14} aria-hidden="true" />
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  )
}

import type { Editor } from '@tiptap/core'
import Link2 from 'lucide-solid/icons/link-2'
import Superscript from 'lucide-solid/icons/superscript'
import Table2 from 'lucide-solid/icons/table-2'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { t } from './strings.ts'
import { tableMoves, tableTools } from './table-tools.ts'

const buttonClass =
  'inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-md px-2 text-muted text-sm hover:bg-sunken hover:text-ink narrow:h-10'

/** What a section may hold besides text: records, tables and footnotes; inside a table, what can be done with it. */
export function BlockBar(props: { editor: Editor; insertRecord: () => void }) {
  const editor = props.editor
  const [inTable, setInTable] = createSignal(editor.isActive('table'))
  const look = () => setInTable(editor.isActive('table'))
  editor.on('transaction', look)
  onCleanup(() => editor.off('transaction', look))

  const addTable = () => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
  const addFootnote = () => editor.chain().focus().insertContent({ type: 'footnote' }).run()
  return (
    <div class="flex flex-wrap items-center gap-0.5">
      <button type="button" class={buttonClass} onClick={() => props.insertRecord()}>
        <Link2 size={16} aria-hidden="true" />
        {t('insert')}
      </button>
      <Show when={!inTable()}>
        <button type="button" class={buttonClass} aria-label={t('table')} title={t('table')} onClick={addTable}>
          <Table2 size={16} aria-hidden="true" />
        </button>
      </Show>
      <button type="button" class={buttonClass} aria-label={t('footnote')} title={t('footnote')} onClick={addFootnote}>
        <Superscript size={16} aria-hidden="true" />
      </button>
      <Show when={inTable()}>
        <span class="mx-1 h-5 w-px shrink-0 bg-line" aria-hidden="true" />
        <For each={tableTools}>
          {(tool) => (
            <button type="button" class={buttonClass} onClick={() => tableMoves[tool](editor)}>
              {t(tool)}
            </button>
          )}
        </For>
      </Show>
    </div>
  )
}

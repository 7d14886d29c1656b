import type { Editor } from '@tiptap/core'
import Bold from 'lucide-solid/icons/bold'
import Heading2 from 'lucide-solid/icons/heading-2'
import Heading3 from 'lucide-solid/icons/heading-3'
import Italic from 'lucide-solid/icons/italic'
import List from 'lucide-solid/icons/list'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import Quote from 'lucide-solid/icons/quote'
import Redo2 from 'lucide-solid/icons/redo-2'
import Undo2 from 'lucide-solid/icons/undo-2'
import { createSignal, For, onCleanup } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { t } from './strings.ts'
import { type Format, formats, moves, nextInToolbar } from './toolbar-moves.ts'

const icons = {
  heading2: Heading2,
  heading3: Heading3,
  bold: Bold,
  italic: Italic,
  bullets: List,
  numbers: ListOrdered,
  quote: Quote,
} as const

const buttonClass =
  'inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-text narrow:size-10'

/** Formatting, as one stop of the Tab key; arrow keys move inside. */
export function Toolbar(props: { editor: Editor }) {
  const editor = props.editor
  const [tick, setTick] = createSignal(0)
  const [at, setAt] = createSignal(0)
  const onTransaction = () => setTick(tick() + 1)
  editor.on('transaction', onTransaction)
  onCleanup(() => editor.off('transaction', onTransaction))
  let bar: HTMLDivElement | undefined

  const walk = (event: KeyboardEvent) => {
    const next = nextInToolbar(event.key, at(), formats.length + 2)
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
    bar?.querySelectorAll('button')[next]?.focus()
  }
  // The editor is not reactive by itself: asking the tick asks again after every transaction.
  const isOn = (format: Format) => tick() >= 0 && moves[format].isOn(editor)
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('toolbar')}
      class="flex items-center gap-0.5 overflow-x-auto"
      onKeyDown={walk}
    >
      <For each={formats}>
        {(format, i) => (
          <button
            type="button"
            class={buttonClass}
            tabindex={at() === i() ? 0 : -1}
            aria-pressed={isOn(format)}
            aria-label={t(format)}
            title={t(format)}
            onFocus={() => setAt(i())}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => moves[format].run(editor)}
          >
            <Dynamic component={icons[format]} size={16} aria-hidden="true" />
          </button>
        )}
      </For>
      <span class="mx-1 h-5 w-px shrink-0 bg-line" aria-hidden="true" />
      <For each={['undo', 'redo'] as const}>
        {(deed, i) => (
          <button
            type="button"
            class={buttonClass}
            tabindex={at() === formats.length + i() ? 0 : -1}
            aria-label={t(deed)}
            title={t(deed)}
            onFocus={() => setAt(formats.length + i())}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => editor.chain().focus()[deed]().run()}
          >
            <Dynamic component={deed === 'undo' ? Undo2 : Redo2} size={16} aria-hidden="true" />
          </button>
        )}
      </For>
    </div>
  )
}

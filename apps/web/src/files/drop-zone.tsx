import { Button } from '@lianban/ui'
import FilePlus from 'lucide-solid/icons/file-plus'
import Upload from 'lucide-solid/icons/upload'
import { createSignal } from 'solid-js'
import { formatBytes } from './bytes.ts'
import { t } from './texts.ts'

/** Where files are dropped; the button beside it does the same by keyboard. */
export function DropZone(props: { onFiles: (files: readonly File[]) => void; pick: () => void; mostBytes: number }) {
  const [isOver, setOver] = createSignal(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    props.onFiles([...(event.dataTransfer?.files ?? [])])
  }
  return (
    <section
      aria-label={t('add')}
      class={`flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-dashed px-4 py-4 transition-colors ${isOver() ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface'}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span class="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-text">
        <Upload size={18} aria-hidden="true" />
      </span>
      <div class="min-w-0 flex-1 basis-64">
        <p class="font-medium">{t('drop')}</p>
        <p class="mt-0.5 text-muted text-sm">{t('dropHint', { most: formatBytes(props.mostBytes) })}</p>
      </div>
      <Button
        variant="primary"
        icon={<FilePlus size={14} aria-hidden="true" />}
        class="narrow:w-full"
        onClick={() => props.pick()}
      >
        {t('add')}
      </Button>
    </section>
  )
}

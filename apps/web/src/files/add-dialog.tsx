import { Button, Dialog, Notice } from '@lianban/ui'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { faultOf } from './admissible.ts'
import { formatBytes } from './bytes.ts'
import { MarkFields } from './mark-fields.tsx'
import type { Marks } from './queue.ts'
import { t } from './texts.ts'

type AddProps = {
  files: readonly File[]
  mostBytes: number
  add: (files: readonly File[], marks: Marks) => void
  close: () => void
}

/** Before files are sent: which will not be taken, how they are to be shown, and what others may do with them. */
export function AddDialog(props: AddProps) {
  const [marks, setMarks] = createSignal<Marks>({ isSensitive: false, handlingCode: 'unrestricted' })
  const checked = createMemo(() => props.files.map((file) => ({ file, fault: faultOf(file, props.mostBytes) })))
  const good = () => checked().flatMap(({ file, fault }) => (fault ? [] : [file]))
  const start = () => {
    props.add(good(), marks())
    props.close()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('addTitle', { n: props.files.length })}
      closeLabel={t('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{t('cancel')}</Button>
          <Button variant="primary" disabled={good().length === 0} onClick={start}>
            {t('addConfirm')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <Notice tone="warn">{t('addSecret')}</Notice>
        <ul class="divide-y divide-line overflow-y-auto rounded-md border border-line wide:max-h-64">
          <For each={checked()}>
            {({ file, fault }) => (
              <li class="flex flex-wrap items-baseline gap-x-3 px-3 py-2">
                <span class="wrap-anywhere min-w-0 flex-1">{file.name}</span>
                <span class="text-muted text-sm">{formatBytes(file.size)}</span>
                <Show when={fault}>
                  {(why) => (
                    <span class="w-full text-danger text-sm">{t(why(), { most: formatBytes(props.mostBytes) })}</span>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
        <MarkFields marks={marks()} change={setMarks} />
      </div>
    </Dialog>
  )
}

import { Button } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import type { BegunUpload } from '../app/api-types.ts'
import { formatDateTime } from '../app/format.ts'
import { formatBytes } from './bytes.ts'
import { chooseFiles } from './choose.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import type { queueOf } from './queue.ts'
import { t } from './texts.ts'

type InterruptedProps = { upload: BegunUpload; queue: ReturnType<typeof queueOf>; caseId: string }

/** A file whose upload stopped with the page it was on; the browser gives it back only when it is chosen again. */
export function InterruptedRow(props: InterruptedProps) {
  const queries = useQueryClient()
  const [isOther, setOther] = createSignal(false)
  const [asking, ask] = createSignal(false)
  const goOn = async () => {
    const [file] = await chooseFiles({ many: false })
    if (!file) return
    const { id, name, bytes } = props.upload
    if (file.name.trim() !== name || file.size !== bytes) return setOther(true)
    props.queue.add(file, props.upload, id)
  }
  return (
    <li class="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <div class="min-w-0 flex-1 basis-72">
        <p class="flex flex-wrap items-baseline gap-x-2">
          <span class="wrap-anywhere font-medium">{props.upload.name}</span>
          <span class="text-muted text-sm">{formatBytes(props.upload.bytes)}</span>
          <span class="text-muted text-sm">{formatDateTime(props.upload.begunAt)}</span>
        </p>
        <Show when={isOther()}>
          <p class="mt-1 text-danger text-sm" role="alert">
            {t('notSame', { name: props.upload.name })}
          </p>
        </Show>
      </div>
      <div class="flex gap-2">
        <Button size="sm" onClick={() => void goOn()}>
          {t('chooseSame')}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => ask(true)}>
          {t('discard')}
        </Button>
      </div>
      <Show when={asking()}>
        <DiscardDialog
          name={props.upload.name}
          fileId={props.upload.id}
          done={() => void queries.invalidateQueries({ queryKey: ['cases', props.caseId, 'files'] })}
          close={() => ask(false)}
        />
      </Show>
    </li>
  )
}

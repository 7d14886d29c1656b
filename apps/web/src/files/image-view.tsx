import { createResource, Show } from 'solid-js'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { orRefused } from './refused-answer.ts'
import { t } from './texts.ts'
import { drawWatermark } from './watermark.ts'

const mostPixels = 4096

/** A picture with its watermark. */
export function ImageView(props: { source: string; name: string; mark: string }) {
  const [drawn] = createResource(async () => {
    const response = await orRefused(await fetch(props.source))
    const picture = await createImageBitmap(await response.blob())
    const scale = Math.min(1, mostPixels / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    drawWatermark(canvas, props.mark)
    canvas.setAttribute('role', 'img')
    canvas.setAttribute('aria-label', props.name)
    canvas.className = 'mx-auto block max-h-[68vh] max-w-full'
    return canvas
  })
  const isUndrawable = () => drawn.error instanceof DOMException
  return (
    <Show
      when={!drawn.error}
      fallback={
        <Show when={!isUndrawable()} fallback={<p class="p-6 text-center text-muted">{t('notDrawn')}</p>}>
          <RefusalNotice error={drawn.error} />
        </Show>
      }
    >
      <div class="rounded-md bg-sunken p-2">{drawn()}</div>
    </Show>
  )
}

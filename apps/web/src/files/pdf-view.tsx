import { Button } from '@lianban/ui'
import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { createEffect, createResource, createSignal, on, onCleanup, Show } from 'solid-js'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { orRefused } from './refused-answer.ts'
import { t } from './texts.ts'
import { drawWatermark } from './watermark.ts'

GlobalWorkerOptions.workerSrc = worker

/** A PDF page by page, each with its watermark; nothing in it is run. */
export function PdfView(props: {
  source: string
  name: string
  mark: string
  at?: number | undefined
  onPage?: ((page: number) => void) | undefined
}) {
  const [wanted, setPage] = createSignal(props.at ?? 1)
  createEffect(
    on(
      () => props.at,
      (at) => at && setPage(at),
      { defer: true },
    ),
  )
  const [file] = createResource(async () => {
    const response = await orRefused(await fetch(props.source))
    const data = new Uint8Array(await response.arrayBuffer())
    return getDocument({ data, useWasm: false }).promise
  })
  const pages = () => (file.state === 'ready' ? file().numPages : 1)
  const page = () => Math.min(wanted(), pages())
  createEffect(() => file.state === 'ready' && props.onPage?.(page()))
  onCleanup(() => void file.latest?.loadingTask.destroy())
  const [drawn] = createResource(
    () => (file.state === 'ready' ? { document: file(), page: page() } : undefined),
    async (asked) => {
      const sheet = await asked.document.getPage(asked.page)
      const plain = sheet.getViewport({ scale: 1 })
      const viewport = sheet.getViewport({ scale: Math.min(3, 1600 / plain.width) })
      const canvas = document.createElement('canvas')
      canvas.width = Math.ceil(viewport.width)
      canvas.height = Math.ceil(viewport.height)
      await sheet.render({ canvas, viewport }).promise
      drawWatermark(canvas, props.mark)
      canvas.setAttribute('role', 'img')
      canvas.setAttribute('aria-label', `${props.name} ${asked.page}`)
      canvas.className = 'mx-auto block w-full max-w-3xl bg-white'
      return canvas
    },
  )
  const [failed, setFailed] = createSignal<unknown>()
  createEffect(on([() => file.error, () => drawn.error], ([ofFile, ofPage]) => setFailed(ofFile ?? ofPage)))
  const isRefusal = () => typeof failed() === 'object' && failed() !== null && 'data' in (failed() as object)
  return (
    <Show
      when={!failed()}
      fallback={
        <Show when={isRefusal()} fallback={<p class="p-6 text-center text-muted">{t('notDrawn')}</p>}>
          <RefusalNotice error={failed()} />
        </Show>
      }
    >
      <div class="flex flex-col gap-3">
        <div class="rounded-md bg-sunken p-2">{drawn.latest}</div>
        <Show when={pages() > 1}>
          <div class="flex items-center justify-center gap-3">
            <Button size="sm" disabled={page() <= 1} onClick={() => setPage(page() - 1)}>
              {t('previous')}
            </Button>
            <span class="text-muted text-sm" role="status">
              {t('page', { n: page(), all: pages() })}
            </span>
            <Button size="sm" disabled={page() >= pages()} onClick={() => setPage(page() + 1)}>
              {t('next')}
            </Button>
          </div>
        </Show>
      </div>
    </Show>
  )
}

import { Button } from '@lianban/ui'
import { createSignal, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { CaseFile } from '../app/api-types.ts'
import { ImageView } from './image-view.tsx'
import { createLookerMark } from './looker-mark.ts'
import { MediaView } from './media-view.tsx'
import { t } from './texts.ts'

// Drawing a PDF takes a large library, and most visits open none.
const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }))

/** A page of a document or a second of a recording. */
export type Place = { readonly page?: number | undefined; readonly second?: number | undefined }

/** A file under the watermark of whoever looks; what is marked as sensitive stays covered until it is asked for. */
export function FileLook(props: {
  file: Pick<CaseFile, 'id' | 'name' | 'preview' | 'isSensitive'>
  /** Where it opens, and goes whenever this changes. */
  at?: Place | undefined
  /** Where the looker is now. */
  onPlace?: ((place: Place) => void) | undefined
}) {
  const mark = createLookerMark()
  const [isCovered, cover] = createSignal(props.file.isSensitive)
  const source = () => `/files/${props.file.id}/preview`
  return (
    <Show when={!isCovered()} fallback={<Cover uncover={() => cover(false)} />}>
      <Suspense fallback={<p class="p-6 text-center text-muted">{t('loading')}</p>}>
        <Switch>
          <Match when={props.file.preview === 'image'}>
            <ImageView source={source()} name={props.file.name} mark={mark()} />
          </Match>
          <Match when={props.file.preview === 'pdf'}>
            <PdfView
              source={source()}
              name={props.file.name}
              mark={mark()}
              at={props.at?.page}
              onPage={(page) => props.onPlace?.({ page })}
            />
          </Match>
          <Match when={props.file.preview === 'audio' || props.file.preview === 'video'}>
            <MediaView
              source={source()}
              name={props.file.name}
              mark={mark()}
              isFilm={props.file.preview === 'video'}
              at={props.at?.second}
              onSecond={(second) => props.onPlace?.({ second })}
            />
          </Match>
        </Switch>
      </Suspense>
    </Show>
  )
}

/** Nothing is fetched before it is asked for. */
function Cover(props: { uncover: () => void }) {
  return (
    <div class="relative flex min-h-72 flex-col items-center justify-center gap-3 overflow-hidden rounded-md bg-sunken p-6 text-center">
      <div
        aria-hidden="true"
        class="absolute inset-0 opacity-60 blur-2xl"
        style={{
          background:
            'radial-gradient(circle at 30% 40%, var(--color-line-strong), transparent 45%), radial-gradient(circle at 70% 60%, var(--color-accent-soft), transparent 50%)',
        }}
      />
      <p class="relative text-muted">{t('revealNote')}</p>
      <Button class="relative" onClick={() => props.uncover()}>
        {t('reveal')}
      </Button>
    </div>
  )
}

import { createEffect, createSignal, on, Show } from 'solid-js'
import { t } from './texts.ts'

type MediaProps = {
  source: string
  name: string
  mark: string
  isFilm: boolean
  at?: number | undefined
  onSecond?: ((second: number) => void) | undefined
}

/** Sound or film, fetched part by part as it plays; the watermark lies over the film. */
export function MediaView(props: MediaProps) {
  const [isBroken, setBroken] = createSignal(false)
  const [player, setPlayer] = createSignal<HTMLMediaElement>()
  const tell = (event: { currentTarget: HTMLMediaElement }) =>
    props.onSecond?.(Math.floor(event.currentTarget.currentTime))
  const go = () => {
    const found = player()
    if (found && props.at !== undefined && found.readyState > 0) found.currentTime = props.at
  }
  createEffect(on(() => props.at, go))
  return (
    <Show when={!isBroken()} fallback={<p class="p-6 text-center text-muted">{t('notDrawn')}</p>}>
      <Show
        when={props.isFilm}
        fallback={
          // biome-ignore lint/a11y/useMediaCaption: a recording as it was seized has no captions
          <audio
            ref={setPlayer}
            controls
            class="w-full"
            src={props.source}
            aria-label={props.name}
            onError={() => setBroken(true)}
            onLoadedMetadata={go}
            onTimeUpdate={tell}
          />
        }
      >
        <div class="relative overflow-hidden rounded-md bg-black">
          {/* biome-ignore lint/a11y/useMediaCaption: a recording as it was seized has no captions */}
          <video
            ref={setPlayer}
            controls
            disablepictureinpicture
            controlslist="nodownload nofullscreen"
            class="mx-auto block max-h-[68vh] max-w-full"
            src={props.source}
            aria-label={props.name}
            onError={() => setBroken(true)}
            onLoadedMetadata={go}
            onTimeUpdate={tell}
          />
          <div
            aria-hidden="true"
            class="pointer-events-none absolute inset-0 grid grid-cols-2 content-around overflow-hidden text-sm text-white/40"
          >
            {Array.from({ length: 8 }, () => (
              <span class="-rotate-12 whitespace-nowrap text-center">{props.mark}</span>
            ))}
          </div>
        </div>
      </Show>
    </Show>
  )
}

import { Button } from '@lianban/ui'
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { ShownRecord } from '../app/api-types.ts'
import { agencyShort, HandlingCodeBadge } from '../app/domain-badges.tsx'
import { formatBytes } from '../files/bytes.ts'
import { ImageView } from '../files/image-view.tsx'
import { t as ofFiles } from '../files/texts.ts'
import { t } from './strings.ts'

export type ShownImage = Extract<ShownRecord, { readonly state: 'shown'; readonly kind: 'image' }>

/** A picture under the watermark of whoever looks, fetched once it is scrolled to; a sensitive one once it is asked for. */
export function ImageBlock(props: { image: ShownImage; mark: string; isOther: boolean; caption: JSX.Element }) {
  const [isNear, setNear] = createSignal(false)
  const [isCovered, cover] = createSignal(props.image.isSensitive)
  let place: HTMLDivElement | undefined
  onMount(() => {
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && setNear(true), {
      rootMargin: '400px',
    })
    watch.observe(place!)
    onCleanup(() => watch.disconnect())
  })
  return (
    <div ref={place}>
      <Show
        when={!isCovered()}
        fallback={
          <div class="flex min-h-40 flex-col items-center justify-center gap-3 rounded-md bg-surface p-4 text-center">
            <p class="text-muted text-sm">{ofFiles('revealNote')}</p>
            <Button size="sm" onClick={() => cover(false)}>
              {ofFiles('reveal')}
            </Button>
          </div>
        }
      >
        <Show when={isNear()} fallback={<div class="min-h-40" />}>
          <ImageView source={`/files/${props.image.recordId}/preview`} name={props.image.name} mark={props.mark} />
        </Show>
      </Show>
      <div class="mt-1.5 text-center">{props.caption}</div>
      <p class="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 text-muted text-xs leading-5">
        <span class="wrap-anywhere">
          {props.image.name} · {formatBytes(props.image.bytes)} · {agencyShort(props.image.ownerAgency)}
        </span>
        <span class="font-mono" title={props.image.sha256}>
          SHA-256 {props.image.sha256.slice(0, 12)}…
        </span>
        <HandlingCodeBadge code={props.image.handlingCode} />
        <Show when={props.isOther}>
          <span class="text-danger">{t('otherDigest')}</span>
        </Show>
      </p>
    </div>
  )
}

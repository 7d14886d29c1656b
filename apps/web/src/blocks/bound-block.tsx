import type { Bound } from '@lianban/dossier'
import LockKeyhole from 'lucide-solid/icons/lock-keyhole'
import X from 'lucide-solid/icons/x'
import { type JSX, Match, Show, Switch } from 'solid-js'
import type { ShownRecord } from '../app/api-types.ts'
import { agencyShort, HandlingCodeBadge } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatAmount, formatPartialDate } from '../app/format.ts'
import { BlockFrame } from './block-frame.tsx'
import { EvidenceBlock } from './evidence-block.tsx'
import { GoodsLines } from './goods-lines.tsx'
import { ImageBlock } from './image-block.tsx'
import { SeizureBlock } from './seizure-block.tsx'
import type { ShownBlocks } from './shown-blocks.ts'
import { t } from './strings.ts'

type Of<Kind extends Bound['kind']> = Extract<ShownRecord, { readonly state: 'shown'; readonly kind: Kind }>
type OfClue = Of<'quotation'> | Of<'goods'>

/** A block bound to a record, as this reader may read it; a reader without the right sees that something is quoted. */
export function BoundBlock(props: {
  bound: Bound
  /** The digest of the record when it was put here, where the block holds one. */
  held: string | undefined
  blocks: ShownBlocks
  remove: (() => void) | undefined
  /** What stands below a picture, whoever may see it: words of the section. */
  caption: JSX.Element
}) {
  const found = () => props.blocks.of(props.bound)
  const shown = () => {
    const now = found()
    return typeof now === 'object' && now.state === 'shown' ? now : undefined
  }
  const as = <Kind extends Bound['kind']>(kind: Kind) => {
    const now = shown()
    return now?.kind === kind ? (now as Of<Kind>) : undefined
  }
  const isOther = ({ digest }: { readonly digest: string }) => props.held !== undefined && props.held !== digest
  return (
    <div class="flex items-start gap-2">
      <div class="min-w-0 flex-1">
        <Switch
          fallback={
            <>
              <p class="flex items-center gap-2 text-muted">
                <LockKeyhole size={14} class="shrink-0" aria-hidden="true" />
                {t(`withheld.${props.bound.kind}`)}
              </p>
              {props.caption}
            </>
          }
        >
          <Match when={found() === 'loading'}>
            <p class="text-faint">{t('loading')}</p>
          </Match>
          <Match when={found() === 'failed'}>
            <p class="text-warn">{t('failed')}</p>
          </Match>
          <Match when={as('event')}>
            {(event) => (
              <BlockFrame kind={event().kind} note={`${t('source', { source: event().source })}`}>
                <span class="mr-3 font-medium">{formatPartialDate(event().happenedOn)}</span>
                {event().what}
              </BlockFrame>
            )}
          </Match>
          <Match when={as('figure')}>
            {(figure) => (
              <BlockFrame
                kind={figure().kind}
                note={`${t('asWritten', { words: figure().asWritten })} · ${t('source', { source: figure().source })}`}
              >
                <span class="mr-3">
                  {word('measure', figure().measure)} · {figure().what}
                </span>
                <Show when={figure().isApproximate}>
                  <span class="mr-1 text-faint">{t('approx')}</span>
                </Show>
                <span class="font-medium">{formatAmount(figure().amount, figure().unit)}</span>
              </BlockFrame>
            )}
          </Match>
          <Match when={as('quotation')}>
            {(quotation) => (
              <BlockFrame kind={quotation().kind} note={<Origin of={quotation()} stale={t('corrected')} />}>
                “{quotation().words}”
              </BlockFrame>
            )}
          </Match>
          <Match when={as('goods')}>
            {(goods) => (
              <BlockFrame kind={goods().kind} note={<Origin of={goods()} stale={t('correctedGoods')} />}>
                <GoodsLines goods={goods().goods} />
              </BlockFrame>
            )}
          </Match>
          <Match when={as('evidence')}>{(item) => <EvidenceBlock item={item()} isOther={isOther(item())} />}</Match>
          <Match when={as('seizure')}>{(list) => <SeizureBlock list={list()} isOther={isOther(list())} />}</Match>
          <Match when={as('image')}>
            {(image) => (
              <ImageBlock
                image={image()}
                mark={props.blocks.mark()}
                isOther={isOther(image())}
                caption={props.caption}
              />
            )}
          </Match>
        </Switch>
      </div>
      <Show when={props.remove}>
        {(remove) => (
          <button
            type="button"
            class="-my-1 inline-flex size-7 shrink-0 items-center justify-center rounded-md text-faint hover:bg-surface hover:text-ink narrow:size-10"
            aria-label={t('remove')}
            title={t('remove')}
            onClick={() => remove()()}
          >
            <X size={14} aria-hidden="true" />
          </button>
        )}
      </Show>
    </div>
  )
}

function Origin(props: { of: OfClue; stale: string }) {
  return (
    <span class="flex flex-wrap items-center gap-x-3 gap-y-1">
      <a class="text-accent-text underline" href={`/clues/${props.of.clue.id}`}>
        {t('fromClue', { agency: agencyShort(props.of.ownerAgency), number: props.of.clue.number })}
      </a>
      <HandlingCodeBadge code={props.of.handlingCode} />
      <Show when={!props.of.isCurrent}>
        <span class="text-warn">{props.stale}</span>
      </Show>
    </span>
  )
}

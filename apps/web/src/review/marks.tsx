import { Badge, Button, Panel } from '@lianban/ui'
import { createSignal, For, Show } from 'solid-js'
import type { Review } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import type { ReviewItem } from './items-in.ts'
import { MarkDialog } from './mark-dialog.tsx'
import { type Citing, type Spot, spotOf } from './spot.ts'
import { SpotButton } from './spot-button.tsx'
import { t } from './texts.ts'
import { outcomeTones } from './tones.ts'

type Property = Review['told']['properties'][number]

/** What the office makes of the three properties of an item. */
export function Marks(props: {
  caseId: string
  item: ReviewItem
  review: Review
  /** Where the reader is now, to be cited. */
  here: Citing | undefined
  fileName: (fileId: string) => string
  look: (spot: Spot) => void
}) {
  const [marking, mark] = createSignal<Property>()
  const markOf = (property: Property) =>
    props.review.marks.find((one) => one.itemId === props.item.id && one.property === property.id)
  return (
    <Panel title={t('properties')} note={t('propertiesNote')} flush>
      <ul class="divide-y divide-line">
        <For each={props.review.told.properties}>
          {(property) => (
            <li class="flex flex-col gap-1 px-4 py-2.5 text-sm">
              <MarkHead
                property={property}
                mark={markOf(property)}
                review={props.review}
                begin={() => mark(() => property)}
              />
              <Show when={markOf(property)}>
                {(given) => (
                  <MarkBody mark={given()} review={props.review} fileName={props.fileName} look={props.look} />
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={marking()} keyed>
        {(property) => (
          <MarkDialog
            caseId={props.caseId}
            item={props.item}
            property={property}
            last={markOf(property)}
            review={props.review}
            here={props.here}
            close={() => mark(undefined)}
          />
        )}
      </Show>
    </Panel>
  )
}

type Mark = Review['marks'][number]

function MarkHead(props: { property: Property; mark: Mark | undefined; review: Review; begin: () => void }) {
  const words = () => props.review.told.outcomes.find(({ id }) => id === props.mark?.outcome)?.words
  return (
    <span class="flex flex-wrap items-center gap-2">
      <span class="font-medium">{said(props.property.words)}</span>
      <Badge tone={props.mark ? outcomeTones[props.mark.outcome] : 'neutral'}>
        {words() ? said(words()!) : t('outcome.none')}
      </Badge>
      <Show when={props.review.can.mark}>
        <span class="ml-auto">
          <Button size="sm" onClick={() => props.begin()}>
            {t('mark')}
          </Button>
        </span>
      </Show>
    </span>
  )
}

function MarkBody(props: {
  mark: Mark
  review: Review
  fileName: (fileId: string) => string
  look: (spot: Spot) => void
}) {
  const reason = () => props.review.told.reasons.find(({ id }) => id === props.mark.reason)
  return (
    <>
      <Show when={reason()}>
        {(given) => (
          <span>
            {said(given().words)}{' '}
            <span class="text-faint text-xs">
              {given().basis.map(said).join('、')}
              {given().isVerified ? '' : t('unverified', { status: said(given().statusWords) })}
            </span>
            <span class="block text-muted">{t('follows', { words: said(given().follows) })}</span>
          </span>
        )}
      </Show>
      <Show when={props.mark.words}>
        <span class="wrap-anywhere">{props.mark.words}</span>
      </Show>
      <Show when={props.mark.spot} keyed>
        {(kept) => (
          <SpotButton spot={spotOf(kept)} file={props.fileName(kept.fileId)} open={() => props.look(spotOf(kept))} />
        )}
      </Show>
      <span class="text-faint text-xs">
        {t('by', { who: officerLine(props.mark.by), at: formatDateTime(props.mark.at) })}
        {props.mark.times > 1 ? ` · ${t('times', { n: props.mark.times })}` : ''}
      </span>
    </>
  )
}

import { Button } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { For, Show } from 'solid-js'
import { AgencyName } from '../app/domain-badges.tsx'
import { Carried } from './carried.tsx'
import { isSameSeat, noSeat, type SeatDraft } from './force-draft.ts'
import { SeatFields } from './seat-fields.tsx'
import { seatName, seatPost } from './seat-name.ts'
import { agenciesQuery, postsQuery } from './seat-queries.ts'
import { t } from './texts.ts'

/** The seats of a task force that is being formed, and the fields that add one. */
export function SeatList(props: {
  value: readonly SeatDraft[]
  /** Chosen, and not in the list yet. */
  next: SeatDraft
  onChange: (seats: SeatDraft[], next: SeatDraft) => void
  error?: string | undefined
}) {
  const isThere = () => props.value.some((seat) => isSameSeat(seat, props.next))
  return (
    <fieldset class="flex min-w-0 flex-col gap-3 rounded-md border border-line p-3">
      <legend class="px-1 font-medium text-sm">{t('seats')}</legend>
      <Show when={props.value.length > 0}>
        <ul class="flex flex-col" aria-label={t('seatList')}>
          <For each={props.value}>
            {(seat) => (
              <Listed
                seat={seat}
                remove={() =>
                  props.onChange(
                    props.value.filter((one) => one !== seat),
                    props.next,
                  )
                }
              />
            )}
          </For>
        </ul>
      </Show>
      <SeatFields
        value={props.next}
        onChange={(next) => props.onChange([...props.value], next)}
        error={isThere() ? t('problem.twice') : undefined}
      />
      <div class="flex flex-wrap items-center gap-3">
        <Button
          size="sm"
          icon={<Plus size={14} aria-hidden="true" />}
          disabled={!props.next.agencyId || isThere()}
          onClick={() => props.onChange([...props.value, { ...props.next }], noSeat)}
        >
          {t('addToList')}
        </Button>
        <Show when={props.error}>
          <p class="text-danger text-xs" role="alert">
            {props.error}
          </p>
        </Show>
      </div>
    </fieldset>
  )
}

function Listed(props: { seat: SeatDraft; remove: () => void }) {
  const agencies = useQuery(agenciesQuery)
  const posts = useQuery(() => postsQuery(props.seat.agencyId))
  const agency = () => agencies.data?.find(({ id }) => id === props.seat.agencyId)
  const officer = () => posts.data?.items.find(({ id }) => id === props.seat.officerId)
  return (
    <Show when={agency()}>
      {(found) => {
        const sitting = () => {
          const post = officer()
          return { agency: found(), officer: post ? { ...post, agency: found() } : null }
        }
        return (
          <li class="flex items-start gap-3 border-line border-b py-2 first:pt-0">
            <div class="min-w-0 flex-1">
              <p class="flex flex-wrap items-center gap-x-2">
                <AgencyName agency={found()} full />
                <span class="text-muted">{seatPost(sitting())}</span>
              </p>
              <p class="text-sm">
                <Carried agencyId={found().id} />
              </p>
            </div>
            <button
              type="button"
              class="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink narrow:size-10"
              aria-label={t('remove', { seat: seatName(sitting()) })}
              onClick={() => props.remove()}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </li>
        )
      }}
    </Show>
  )
}

import { For, Show } from 'solid-js'
import { officerLine } from '../../app/domain-badges.tsx'
import { formatDateTime, formatNumber } from '../../app/format.ts'
import type { Share } from './authored-letters.ts'
import type { Authorship } from './create-authorship.ts'
import { t } from './strings.ts'

const when = ({ firstAt, lastAt }: Share) => {
  const [first, last] = [firstAt, lastAt].map((at) => formatDateTime(new Date(at).toISOString())) as [string, string]
  if (first === last) return first
  return first.slice(0, 10) === last.slice(0, 10) ? `${first}–${last.slice(11)}` : `${first} – ${last}`
}

/** Who wrote the words that are selected, and when; it stays in sight at the foot of a long text. */
export function SelectedAuthors(props: { authorship: Authorship }) {
  const model = props.authorship
  const named = (place: number) => {
    const person = model.personOf(place)
    return person ? officerLine(person) : ''
  }
  return (
    <Show when={model.isOn()}>
      <div
        role="status"
        aria-label={t('selected')}
        class="sticky bottom-(--page-foot,0px) z-20 max-h-40 narrow:bottom-[calc(var(--page-foot,0px)+3.5rem)] overflow-y-auto border-line border-t bg-raised px-6 py-2 text-sm narrow:px-4"
      >
        <Show when={model.selected().length > 0} fallback={<p class="text-muted">{t('selectHint')}</p>}>
          <ul class="flex flex-col gap-1">
            <For each={model.selected()}>
              {(share) => (
                <li class="flex flex-wrap items-baseline gap-x-3">
                  <Show
                    when={model.personOf(share.person)}
                    fallback={<span class="text-muted">{t('notYet', { n: formatNumber(share.letters) })}</span>}
                  >
                    {(person) => (
                      <>
                        <span class={`author-${model.shadeOf(person().agency.id)} inline-flex items-baseline gap-1.5`}>
                          <span class="author-swatch size-2.5 rounded-sm" aria-hidden="true" />
                          <span class="font-medium">{officerLine(person())}</span>
                        </span>
                        <span class="tabular-nums">{when(share)}</span>
                        <span class="text-muted">{t('letters', { n: formatNumber(share.letters) })}</span>
                        <Show when={share.movers.length > 0}>
                          <span class="text-muted">{t('moved', { who: share.movers.map(named).join('、') })}</span>
                        </Show>
                      </>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </Show>
  )
}

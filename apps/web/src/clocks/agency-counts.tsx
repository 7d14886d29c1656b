import { Badge } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { For, type JSX, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { t } from './texts.ts'

/** How many clocks each agency answers for; choosing one narrows the board to it. */
export function AgencyCounts(props: { chosen: string | undefined; choose: (agencyId: string | undefined) => void }) {
  const found = useQuery(() => ({ queryKey: ['clocks', 'by-agency'], queryFn: () => api.clocks.byAgency.query({}) }))
  const answering = () => (found.data?.agencies ?? []).filter((one) => one.agency && one.open > 0)
  return (
    <Show when={answering().length > 1}>
      <fieldset class="mb-4 flex flex-wrap gap-2">
        <legend class="mb-1.5 text-muted text-sm">{t('agencies')}</legend>
        <Choice isChosen={!props.chosen} choose={() => props.choose(undefined)}>
          {t('allAgencies')}
        </Choice>
        <For each={answering()}>
          {(one) => (
            <Choice isChosen={props.chosen === one.agency!.id} choose={() => props.choose(one.agency!.id)}>
              <span>{agencyName(one.agency!)}</span>
              <span class="text-muted tabular-nums">{t('count', { n: one.open })}</span>
              <Show when={one.overdue}>
                <Badge tone="danger">{`${t('box.overdue')} ${one.overdue}`}</Badge>
              </Show>
              <Show when={one.warned}>
                <Badge tone="warn">{`${t('box.warned')} ${one.warned}`}</Badge>
              </Show>
            </Choice>
          )}
        </For>
      </fieldset>
    </Show>
  )
}

function Choice(props: { isChosen: boolean; choose: () => void; children: JSX.Element }) {
  return (
    <button
      type="button"
      aria-pressed={props.isChosen}
      onClick={() => props.choose()}
      class={`inline-flex min-h-9 items-center gap-2 rounded-md border px-3 py-1 text-sm narrow:min-h-10 ${props.isChosen ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:border-line-strong'}`}
    >
      {props.children}
    </button>
  )
}

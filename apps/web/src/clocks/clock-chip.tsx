import { Popover } from '@lianban/ui'
import { createSignal, Show } from 'solid-js'
import type { StatutoryClock } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { ClockState } from './clock-state.tsx'
import { Explanation } from './explanation.tsx'
import { createNow } from './now.ts'
import { remainingWords } from './remaining-words.ts'
import { t } from './texts.ts'

/** One clock: what is owed, by which article, how long is left and where it stands; it opens how that is counted. */
export function ClockChip(props: { clock: StatutoryClock }) {
  const [open, setOpen] = createSignal(false)
  const now = createNow()
  return (
    <Popover
      open={open()}
      onOpenChange={setOpen}
      title={t('explainOf', { what: said(props.clock.title) })}
      closeLabel={t('close')}
      class="flex w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-surface px-3 py-2 text-left hover:border-line-strong hover:bg-sunken"
      trigger={
        <>
          <span class="min-w-0 flex-1">
            <span class="block font-medium">{said(props.clock.title)}</span>
            <span class="block text-muted text-xs">{props.clock.basis.map(said).join('、')}</span>
          </span>
          <span class="flex shrink-0 items-center gap-2">
            <span class="whitespace-nowrap text-sm tabular-nums">{remainingWords(props.clock, now())}</span>
            <ClockState state={props.clock.state} />
          </span>
        </>
      }
    >
      <Show when={open()}>
        <Explanation clockId={props.clock.id} />
      </Show>
    </Popover>
  )
}

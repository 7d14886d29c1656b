import { Popover } from '@lianban/ui'
import { createSignal, Show } from 'solid-js'
import type { StatutoryClock } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { Explanation } from './explanation.tsx'
import { t } from './texts.ts'

/** What is owed and by which article, in a row of the board; it opens how the limit is counted. */
export function ExplainLink(props: { clock: StatutoryClock }) {
  const [open, setOpen] = createSignal(false)
  return (
    <Popover
      open={open()}
      onOpenChange={setOpen}
      title={t('explainOf', { what: said(props.clock.title) })}
      closeLabel={t('close')}
      class="group rounded-sm text-left"
      trigger={
        <>
          <span class="block group-hover:text-accent-text group-hover:underline">{said(props.clock.title)}</span>
          <span class="block font-normal text-muted text-sm">{props.clock.basis.map(said).join('、')}</span>
        </>
      }
    >
      <Show when={open()}>
        <Explanation clockId={props.clock.id} />
      </Show>
    </Popover>
  )
}

import { Button } from '@lianban/ui'
import Snowflake from 'lucide-solid/icons/snowflake'
import { createSignal, Show } from 'solid-js'
import type { HeldRecord } from '../app/api-types.ts'
import { laysHolds } from '../app/duties.ts'
import { useSession } from '../app/session.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import { t } from './strings.ts'

/** Lets a leader keep what the log of this record can be matched by. */
export function HoldButton(props: { record: HeldRecord; name: string }) {
  const session = useSession()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <Show when={laysHolds(session())}>
      <Button size="sm" icon={<Snowflake size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('lay')}
      </Button>
      <Show when={isOpen()}>
        <HoldDialog of={{ deed: 'lay', record: props.record, name: props.name }} close={() => setOpen(false)} />
      </Show>
    </Show>
  )
}

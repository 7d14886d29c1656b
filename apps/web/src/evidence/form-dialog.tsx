import { Button, Dialog } from '@lianban/ui'
import type { JSX } from 'solid-js'
import { t as shared } from '../app/i18n/index.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'

/** A deed on evidence with its fields, its refusal and its way back. */
export function FormDialog(props: {
  title: string
  text?: string | undefined
  confirm: string
  danger?: boolean | undefined
  size?: 'sm' | 'md' | 'lg' | undefined
  blocked?: boolean | undefined
  deed: { readonly busy: () => boolean; readonly error: () => unknown }
  submit: () => void
  reload?: (() => void) | undefined
  close: () => void
  children?: JSX.Element
}) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={props.title}
      description={props.text}
      size={props.size}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shared('cancel')}</Button>
          <Button
            variant={props.danger ? 'danger' : 'primary'}
            busy={props.deed.busy()}
            disabled={props.blocked ?? false}
            onClick={() => props.submit()}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      <div class="grid grid-cols-2 gap-4 narrow:grid-cols-1">
        {props.children}
        <div class="col-span-full">
          <RefusalNotice error={props.deed.error()} reload={props.reload} />
        </div>
      </div>
    </Dialog>
  )
}

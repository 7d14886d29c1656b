import { ConfirmDialog, showToast } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import type { JSX } from 'solid-js'
import { t as shared } from '../app/i18n/index.ts'
import type { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'

/** One deed about one grant, asked before it is done; what was decided meanwhile is read again. */
export function GrantForm<Input>(props: {
  title: string
  confirm: string
  danger?: boolean | undefined
  blocked?: boolean | undefined
  deed: ReturnType<typeof createDeed<Input, unknown>>
  input: Input
  close: () => void
  children: JSX.Element
}) {
  const queries = useQueryClient()
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={props.title}
      confirmLabel={props.confirm}
      cancelLabel={shared('cancel')}
      tone={props.danger ? 'danger' : 'primary'}
      busy={props.deed.busy()}
      blocked={props.blocked ?? false}
      onConfirm={() => void props.deed.run(props.input)}
    >
      <div class="flex flex-col gap-3">
        {props.children}
        <RefusalNotice
          error={props.deed.error()}
          reload={() => {
            props.close()
            void queries.invalidateQueries()
          }}
        />
      </div>
    </ConfirmDialog>
  )
}

/** What follows every deed about a grant: it is said, the form goes, and what is shown is read again. */
export function createAfterwards(close: () => void): (title: string) => void {
  const queries = useQueryClient()
  return (title) => {
    showToast({ title, tone: 'ok', closeLabel: shared('close') })
    close()
    void queries.invalidateQueries()
  }
}

import { type JSX, Show } from 'solid-js'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { t } from './strings.ts'

export type Decision = 'approve' | 'decline' | 'withdraw'

const asked = { decline: 'decline.note', withdraw: 'withdraw.note' } as const

/** The second person's yes or no, or the first one's second thought. */
export function DecisionDialog(props: {
  decision: Decision
  what: string
  send: (note: string, submissionId: string) => Promise<{ state: 'approved' | 'declined' | 'withdrawn' }>
  close: () => void
  children?: JSX.Element
}) {
  return (
    <ReasonDialog
      title={t(`${props.decision}.title`, { what: props.what })}
      confirm={t(props.decision)}
      reason={props.decision === 'approve' ? undefined : t(asked[props.decision])}
      isOptional={props.decision !== 'decline'}
      maxLength={200}
      tone={props.decision === 'approve' ? 'primary' : 'danger'}
      isOfThen
      send={props.send}
      done={({ state }) => t(`done.${state}`)}
      close={props.close}
    >
      {props.children}
      <Show when={props.decision === 'approve'}>
        <p class="text-muted text-sm">{t('approve.text')}</p>
      </Show>
    </ReasonDialog>
  )
}

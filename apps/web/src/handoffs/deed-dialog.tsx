import { api } from '../app/api.ts'
import type { Handoff } from '../app/api-types.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { type Deed, needsNote } from './ladder.ts'
import { t } from './strings.ts'

/** One rung of the ladder, done over the digest that is on the screen. */
export function DeedDialog(props: { handoff: Handoff; deed: Deed; close: () => void }) {
  return (
    <ReasonDialog
      title={`${t(`deed.${props.deed}`)} · ${props.handoff.number}`}
      body={t(`confirm.${props.deed}`)}
      confirm={t(`deed.${props.deed}`)}
      reason={t(needsNote(props.deed) ? 'note.required' : 'note.optional')}
      isOptional={!needsNote(props.deed)}
      maxLength={1000}
      tone={needsNote(props.deed) ? 'danger' : 'primary'}
      isOfThen
      send={(note, submissionId) =>
        api.handoffs[props.deed].mutate({
          handoffId: props.handoff.id,
          expectedVersion: props.handoff.version,
          packageDigest: props.handoff.packageDigest,
          note,
          submissionId,
        })
      }
      done={() => t(`done.${props.deed}`)}
      doneNote={props.handoff.number}
      close={props.close}
    >
      <p class="rounded-md bg-sunken px-3 py-2 text-muted text-xs">
        {t('digest')}
        <code class="mt-0.5 block break-all text-ink">{props.handoff.packageDigest}</code>
      </p>
    </ReasonDialog>
  )
}

import { TextField } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { Clue } from '../app/api-types.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { t } from './texts.ts'

/** No case is opened from the clue; why, and on which form that was approved. */
export function DeclineDialog(props: { clue: Clue; close: () => void }) {
  const [number, setNumber] = createSignal('')
  return (
    <ReasonDialog
      title={t('decline')}
      body={t('declineText')}
      confirm={t('decline')}
      reason={t('declineReason')}
      maxLength={2000}
      blocked={number().trim() === ''}
      isOfThen
      send={(reason, submissionId) =>
        api.clues.decline.mutate({
          clueId: props.clue.id,
          expectedVersion: props.clue.version,
          number: number().trim(),
          reason,
          submissionId,
        })
      }
      done={() => t('declined')}
      doneNote={props.clue.number}
      close={props.close}
    >
      <TextField label={t('declineNumber')} required value={number()} onChange={setNumber} />
    </ReasonDialog>
  )
}

import { TextField } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { HeldRecord } from '../app/api-types.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { t } from './strings.ts'

type Deed =
  | { readonly deed: 'lay'; readonly record: HeldRecord; readonly name: string }
  | { readonly deed: 'lift'; readonly holdId: string }

/** Lays a hold or lifts it: why, and by whose order. */
export function HoldDialog(props: { of: Deed; close: () => void }) {
  const [authority, setAuthority] = createSignal('')
  const send = (reason: string, submissionId: string) => {
    const said = { reason, authority: authority().trim(), submissionId }
    return props.of.deed === 'lay'
      ? api.holds.lay.mutate({ ...said, record: props.of.record })
      : api.holds.lift.mutate({ ...said, holdId: props.of.holdId })
  }
  return (
    <ReasonDialog
      body={props.of.deed === 'lay' ? t('layBody', { name: props.of.name }) : t('liftBody')}
      confirm={t(props.of.deed)}
      tone={props.of.deed === 'lay' ? 'primary' : 'danger'}
      reason={t('reason')}
      blocked={authority().trim() === ''}
      send={send}
      done={() => t(props.of.deed === 'lay' ? 'laid' : 'lifted')}
      close={props.close}
    >
      <TextField
        label={t('authority')}
        hint={t('authorityHint')}
        required
        maxLength={200}
        value={authority()}
        onChange={setAuthority}
      />
    </ReasonDialog>
  )
}

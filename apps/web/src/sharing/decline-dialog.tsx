import { TextArea } from '@lianban/ui'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { createDeed } from '../cases/deed.ts'
import { createAfterwards, GrantForm } from './grant-form.tsx'
import { exactly, type GrantSeen } from './grant-seen.ts'
import { t } from './strings.ts'

/** The second officer says no, with a reason for whoever proposed it. */
export function DeclineDialog(props: {
  grant: GrantSeen
  title: string
  terms?: string | undefined
  close: () => void
}) {
  const [reason, setReason] = createSignal('')
  const afterwards = createAfterwards(() => props.close())
  const declining = createDeed({
    send: (given: string, submissionId) =>
      api.grants.decline.mutate({ ...exactly(props.grant), reason: given, submissionId }),
    done: () => afterwards(t('decline.done')),
  })
  return (
    <GrantForm
      title={props.title}
      confirm={t('deed.decline')}
      danger
      blocked={reason().trim() === ''}
      deed={declining}
      input={reason().trim()}
      close={props.close}
    >
      <Show when={props.terms}>
        <p class="text-sm">{props.terms}</p>
      </Show>
      <TextArea
        label={t('decline.reason')}
        hint={t('decline.reasonHint')}
        required
        rows={3}
        maxLength={500}
        value={reason()}
        onChange={setReason}
      />
    </GrantForm>
  )
}

import { TextArea } from '@lianban/ui'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Grant } from '../app/api-types.ts'
import { createDeed } from '../cases/deed.ts'
import { createAfterwards, GrantForm } from './grant-form.tsx'
import { exactly } from './grant-seen.ts'
import { granteeShort } from './grantee-name.tsx'
import { t } from './strings.ts'

/** Takes a grant back, with a reason the other agency will read; or a proposal, of which it never learns. */
export function RecallDialog(props: { grant: Grant; leads: boolean; onward: number; close: () => void }) {
  const [reason, setReason] = createSignal('')
  const grantee = () => granteeShort(props.grant)
  const isProposal = () => props.grant.state === 'proposed'
  const afterwards = createAfterwards(() => props.close())
  const recalling = createDeed({
    send: (given: string, submissionId) =>
      api.grants.recall.mutate({
        ...exactly(props.grant),
        reason: given,
        submissionId,
      }),
    done: () => afterwards(t(isProposal() ? 'withdraw.done' : 'recall.done', { agency: grantee() })),
  })
  const text = () => (isProposal() ? 'withdraw.text' : props.leads ? 'recall.textLead' : 'recall.text')
  return (
    <GrantForm
      title={t(isProposal() ? 'withdraw.title' : 'recall.title', { agency: grantee() })}
      confirm={t(isProposal() ? 'withdraw.confirm' : 'recall.confirm')}
      danger
      blocked={reason().trim() === ''}
      deed={recalling}
      input={reason().trim()}
      close={props.close}
    >
      <p class="text-sm">{t(text())}</p>
      <Show when={props.onward > 0}>
        <p class="text-sm">{t('recall.onward', { n: props.onward })}</p>
      </Show>
      <TextArea
        label={t('recall.reason')}
        hint={t(isProposal() ? 'withdraw.reasonHint' : 'recall.reasonHint')}
        required
        rows={3}
        maxLength={500}
        value={reason()}
        onChange={setReason}
      />
    </GrantForm>
  )
}

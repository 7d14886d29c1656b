import { Show } from 'solid-js'
import { api } from '../app/api.ts'
import { createDeed } from '../cases/deed.ts'
import { createAfterwards, GrantForm } from './grant-form.tsx'
import { exactly, type GrantSeen } from './grant-seen.ts'
import { t } from './strings.ts'

/** The second officer agrees: the grant opens the record, or lasts as long as was asked. */
export function ApproveDialog(props: {
  grant: GrantSeen
  title: string
  terms?: string | undefined
  close: () => void
}) {
  const afterwards = createAfterwards(() => props.close())
  const approving = createDeed({
    send: (grant: GrantSeen, submissionId) => api.grants.approve.mutate({ ...exactly(grant), submissionId }),
    done: () => afterwards(t('approve.done')),
  })
  return (
    <GrantForm title={props.title} confirm={t('deed.approve')} deed={approving} input={props.grant} close={props.close}>
      <Show when={props.terms}>
        <p class="text-sm">{props.terms}</p>
      </Show>
      <p class="text-muted text-sm">{t('approve.text')}</p>
    </GrantForm>
  )
}

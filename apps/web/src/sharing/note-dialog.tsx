import { api } from '../app/api.ts'
import { createDeed } from '../cases/deed.ts'
import { createAfterwards, GrantForm } from './grant-form.tsx'
import { exactly, type GrantSeen } from './grant-seen.ts'
import { t } from './strings.ts'

/** The owner has seen what was passed on and leaves it. */
export function NoteDialog(props: { grant: GrantSeen; grantee: string; close: () => void }) {
  const afterwards = createAfterwards(() => props.close())
  const noting = createDeed({
    send: (grant: GrantSeen, submissionId) => api.grants.note.mutate({ ...exactly(grant), submissionId }),
    done: () => afterwards(t('note.done', { grantee: props.grantee })),
  })
  return (
    <GrantForm
      title={t('note.title', { grantee: props.grantee })}
      confirm={t('deed.note')}
      deed={noting}
      input={props.grant}
      close={props.close}
    >
      <p class="text-sm">{t('note.text')}</p>
    </GrantForm>
  )
}

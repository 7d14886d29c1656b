import { api } from '../app/api.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from '../evidence/done.ts'
import { FormDialog } from '../evidence/form-dialog.tsx'
import { t } from './texts.ts'

/** Asks before a note goes for good. */
export function DropDialog(props: { caseId: string; noteId: string; close: () => void }) {
  const done = createDone(() => props.close())
  const dropping = createDeed({
    send: (noteId: string, submissionId) => api.review.drop.mutate({ caseId: props.caseId, noteId, submissionId }),
    done: () => done(t('dropDone')),
  })
  return (
    <FormDialog
      title={t('dropTitle')}
      text={t('dropText')}
      confirm={t('dropNote')}
      size="sm"
      danger
      deed={dropping}
      submit={() => void dropping.run(props.noteId)}
      close={props.close}
    />
  )
}

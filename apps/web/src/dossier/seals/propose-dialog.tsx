import { ConfirmDialog, showToast, TextField } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { api } from '../../app/api.ts'
import { t as shared } from '../../app/i18n/index.ts'
import { createDeed } from '../../cases/deed.ts'
import { RefusalNotice } from '../../cases/refusal-notice.tsx'
import { t } from './strings.ts'

/** A leader freezes the dossier and lays it before the others to sign. */
export function ProposeDialog(props: {
  caseId: string
  open: boolean
  onOpenChange: (open: boolean) => void
  done: () => void
}) {
  const [note, setNote] = createSignal('')
  const proposing = createDeed({
    send: (given: string, submissionId) =>
      api.seals.propose.mutate({ caseId: props.caseId, note: given, submissionId }),
    done() {
      props.onOpenChange(false)
      setNote('')
      showToast({ title: t('proposed'), tone: 'ok', closeLabel: shared('close') })
      props.done()
    },
  })
  return (
    <ConfirmDialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('proposeTitle')}
      confirmLabel={t('propose')}
      cancelLabel={t('cancel')}
      busy={proposing.busy()}
      onConfirm={() => void proposing.run(note().trim())}
    >
      <div class="flex flex-col gap-3">
        <p>{t('proposeText')}</p>
        <p class="text-muted text-sm">{t('proposeHint')}</p>
        <TextField label={t('note')} value={note()} onChange={setNote} maxLength={500} />
        <RefusalNotice error={proposing.error()} />
      </div>
    </ConfirmDialog>
  )
}

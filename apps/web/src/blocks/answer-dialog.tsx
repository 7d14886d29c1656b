import { Button, Dialog, showToast, TextArea } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './strings.ts'

/** The originator's answer to one question, given once. */
export function AnswerDialog(props: {
  clueId: string
  consentId: string
  outcome: 'given' | 'refused'
  refresh: () => Promise<void>
  close: () => void
}) {
  const [note, setNote] = createSignal('')
  const isGiven = () => props.outcome === 'given'
  const answering = createDeed({
    send: (given: string, submissionId) => {
      const { clueId, consentId, outcome } = props
      return api.quotations.consent.mutate({ clueId, consentId, outcome, note: given, submissionId })
    },
    async done() {
      showToast({ title: t('consentDone'), tone: 'ok', closeLabel: shared('close') })
      props.close()
      await props.refresh()
    },
  })
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && props.close()}
      title={t(isGiven() ? 'consentTitle' : 'refuseTitle')}
      description={t(isGiven() ? 'consentText' : 'refuseText')}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shared('cancel')}</Button>
          <Button
            variant={isGiven() ? 'primary' : 'danger'}
            busy={answering.busy()}
            onClick={() => void answering.run(note().trim())}
          >
            {t(isGiven() ? 'consentGive' : 'consentRefuse')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <TextArea label={t('consentNote')} rows={2} value={note()} onChange={setNote} />
        <RefusalNotice error={answering.error()} reload={() => void props.refresh().then(props.close)} />
      </div>
    </Dialog>
  )
}

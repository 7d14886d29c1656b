import { Button, Dialog, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { ExportObstacle } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './strings.ts'

/** Asks the originator of a quotation to let it be used in proceedings. */
export function AskConsentDialog(props: { caseId: string; obstacle: ExportObstacle; close: () => void }) {
  const queries = useQueryClient()
  const [reason, setReason] = createSignal('')
  const [tried, setTried] = createSignal(false)
  const agency = () => (props.obstacle.askAgency ? agencyShort(props.obstacle.askAgency) : '')
  const refresh = () => queries.invalidateQueries({ queryKey: ['cases', props.caseId, 'obstacles'] })
  const asking = createDeed({
    send: (given: string, submissionId) => {
      const { sectionId, quotationId } = props.obstacle
      return api.quotations.askConsent.mutate({
        sectionId,
        quotationId,
        purpose: 'proceedings',
        reason: given,
        submissionId,
      })
    },
    done() {
      showToast({ title: t('asked', { agency: agency() }), tone: 'ok', closeLabel: shared('close') })
      void refresh()
      props.close()
    },
  })
  const submit = () => {
    setTried(true)
    if (reason().trim() !== '') void asking.run(reason().trim())
  }
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && props.close()}
      title={t('askTitle')}
      description={t('askText', { agency: agency() })}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shared('cancel')}</Button>
          <Button variant="primary" busy={asking.busy()} onClick={submit}>
            {t('askSave')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <TextArea
          label={t('askReason')}
          hint={t('askHint')}
          required
          rows={3}
          value={reason()}
          onChange={setReason}
          error={tried() && reason().trim() === '' ? t('problem.reason') : undefined}
        />
        <RefusalNotice error={asking.error()} reload={() => void refresh().then(props.close)} />
      </div>
    </Dialog>
  )
}

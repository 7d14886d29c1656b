import { ConfirmDialog, showToast, TextField } from '@lianban/ui'
import { createSignal, Show } from 'solid-js'
import { api } from '../../app/api.ts'
import type { SealedDossier } from '../../app/api-types.ts'
import { t as shared } from '../../app/i18n/index.ts'
import { createDeed } from '../../cases/deed.ts'
import { RefusalNotice } from '../../cases/refusal-notice.tsx'
import { t } from './strings.ts'

export type SealDeed = 'sign' | 'decline' | 'withdraw'

/** Signing, declining and withdrawing, each confirmed; all but signing with a reason. */
export function StepDialog(props: {
  caseId: string
  seal: SealedDossier
  deed: SealDeed
  close: () => void
  refresh: () => void
}) {
  const [reason, setReason] = createSignal('')
  const [tried, setTried] = createSignal(false)
  const step = createDeed({
    async send(given: string, submissionId) {
      const named = { caseId: props.caseId, sealId: props.seal.id, submissionId }
      if (props.deed === 'sign') await api.seals.sign.mutate({ ...named, digest: props.seal.digest })
      else await api.seals[props.deed].mutate({ ...named, reason: given })
    },
    done() {
      showToast({ title: t(props.deed === 'sign' ? 'signedDone' : 'done'), tone: 'ok', closeLabel: shared('close') })
      props.close()
      props.refresh()
    },
  })
  const confirm = () => {
    setTried(true)
    if (props.deed === 'sign' || reason().trim()) void step.run(reason().trim())
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t(`${props.deed}Title`, { n: props.seal.number })}
      confirmLabel={t(props.deed)}
      cancelLabel={t('cancel')}
      tone={props.deed === 'sign' ? 'primary' : 'danger'}
      busy={step.busy()}
      onConfirm={confirm}
    >
      <div class="flex flex-col gap-3">
        <p>{t(`${props.deed}Text`)}</p>
        <Show
          when={props.deed === 'sign'}
          fallback={
            <TextField
              label={t('reason')}
              required
              value={reason()}
              onChange={setReason}
              maxLength={500}
              error={tried() && !reason().trim() ? t('reasonMissing') : undefined}
            />
          }
        >
          <code class="break-all rounded-md bg-sunken px-3 py-2 text-sm">{props.seal.digest}</code>
        </Show>
        <RefusalNotice error={step.error()} reload={props.refresh} />
      </div>
    </ConfirmDialog>
  )
}

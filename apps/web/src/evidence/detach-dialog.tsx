import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { t } from './texts.ts'

/** Takes a file off an item that it was attached to by mistake. */
export function DetachDialog(props: { item: EvidenceItem; file: EvidenceItem['files'][number]; close: () => void }) {
  const ids = () => ({ evidenceId: props.item.id, attachmentId: props.file.attachmentId })
  return (
    <ReasonDialog
      title={t('detachTitle', { name: props.file.name })}
      body={t('detachText')}
      confirm={t('detach')}
      reason={t('reason')}
      maxLength={400}
      send={(reason, submissionId) => api.evidence.detach.mutate({ ...ids(), reason, submissionId })}
      done={() => t('detachDone')}
      close={props.close}
    />
  )
}

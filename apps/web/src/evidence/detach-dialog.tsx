import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { t } from './texts.ts'

/** Takes a file off an item that it was attached to by mistake. */
export function DetachDialog(props: { item: EvidenceItem; file: EvidenceItem['files'][number]; close: () => void }) {
  const ids = () => ({ evidenceId: props.item.id, attachmentId: props.file.attachmentId })
  return (
    <ReasonDialog
      title={t('detachTitle', { name: props.file.name })}
      text={t('detachText')}
      confirm={t('detach')}
      done={t('detachDone')}
      send={(given) => api.evidence.detach.mutate({ ...ids(), ...given })}
      close={props.close}
    />
  )
}

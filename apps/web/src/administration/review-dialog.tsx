import { api } from '../app/api.ts'
import type { GrantToReview } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { t } from './strings.ts'

/** Keeps a grant for another period, or takes it back. */
export function ReviewDialog(props: { grant: GrantToReview; deed: 'confirm' | 'recall'; close: () => void }) {
  const keeps = () => props.deed === 'confirm'
  const send = async (given: string, submissionId: string) => {
    const about = { grantId: props.grant.id, expectedVersion: props.grant.version, submissionId }
    if (keeps()) await api.grants.confirm.mutate({ ...about, note: given })
    else await api.grants.recall.mutate({ ...about, reason: given })
  }
  return (
    <ReasonDialog
      title={t(keeps() ? 'review.keepTitle' : 'review.recallTitle', { agency: agencyShort(props.grant.grantee) })}
      body={`${props.grant.record.name}（${props.grant.record.number}） · ${props.grant.purpose}`}
      confirm={t(keeps() ? 'review.keep' : 'review.recall')}
      reason={t(keeps() ? 'review.note' : 'review.reason')}
      isOptional={keeps()}
      maxLength={200}
      tone={keeps() ? 'primary' : 'danger'}
      isOfThen
      send={send}
      done={() => t(keeps() ? 'review.kept' : 'review.recalled')}
      close={props.close}
    />
  )
}

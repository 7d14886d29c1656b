import { api } from '../app/api.ts'
import type { Change, Proposal } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import type { Decision } from './decision.ts'
import { fieldName } from './field-names.ts'
import { ValueChange } from './field-value.tsx'
import { t } from './texts.ts'

/** One step on a proposal, with what it will bring about said beforehand. */
export function DecideDialog(props: { proposal: Proposal; decision: Decision; close: () => void }) {
  const field = () => props.proposal.field
  const asked = () => {
    if (props.decision === 'rebase') return undefined
    return t(props.decision === 'accept' ? 'accept.note' : `${props.decision}.reason`)
  }
  return (
    <ReasonDialog
      title={t(`${props.decision}.title`)}
      body={t(`${props.decision}.text`, { field: fieldName(field()), agency: agencyShort(props.proposal.agency) })}
      confirm={t(props.decision)}
      reason={asked()}
      isOptional={props.decision !== 'discard'}
      tone="primary"
      isOfThen
      send={(words, submissionId) => send(props.decision, props.proposal, words, submissionId)}
      done={() => t(`${props.decision}.done`)}
      close={props.close}
    >
      <ValueChange
        sides={[
          { term: t('current'), field: field(), value: props.proposal.current },
          { term: t('proposed'), field: field(), value: props.proposal.proposed },
        ]}
      />
    </ReasonDialog>
  )
}

function send(decision: Decision, proposal: Proposal, words: string, submissionId: string): Promise<unknown> {
  const seen = { proposalId: proposal.id, expectedVersion: proposal.version, submissionId }
  const change = { field: proposal.field, value: proposal.proposed } as Change
  const sends: Record<Decision, () => Promise<unknown>> = {
    accept: () => api.proposals.accept.mutate({ ...seen, note: words }),
    discard: () => api.proposals.discard.mutate({ ...seen, reason: words }),
    rebase: () => api.proposals.rebase.mutate({ ...seen, change }),
    withdraw: () => api.proposals.withdraw.mutate({ ...seen, reason: words }),
  }
  return sends[decision]()
}

import { ConfirmDialog, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Change, Proposal } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { t as shell } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import type { Decision } from './decision.ts'
import { fieldName } from './field-names.ts'
import { ValueChange } from './field-value.tsx'
import { t } from './texts.ts'

/** One step on a proposal, with what it will bring about said beforehand. */
export function DecideDialog(props: { proposal: Proposal; decision: Decision; close: () => void }) {
  const queries = useQueryClient()
  const [words, setWords] = createSignal('')
  const deciding = createDeed({
    send: (given: string, submissionId) => send(props.decision, props.proposal, given, submissionId),
    done() {
      showToast({ title: t(`${props.decision}.done`), tone: 'ok', closeLabel: shell('close') })
      props.close()
      void queries.invalidateQueries()
    },
  })
  const field = () => props.proposal.field
  const asked = () =>
    props.decision === 'rebase'
      ? undefined
      : props.decision === 'accept'
        ? ('accept.note' as const)
        : (`${props.decision}.reason` as const)
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t(`${props.decision}.title`)}
      confirmLabel={t(props.decision)}
      cancelLabel={t('cancel')}
      busy={deciding.busy()}
      blocked={props.decision === 'discard' && words().trim() === ''}
      onConfirm={() => void deciding.run(words().trim())}
    >
      <div class="flex flex-col gap-3">
        <p class="text-sm">
          {t(`${props.decision}.text`, { field: fieldName(field()), agency: agencyShort(props.proposal.agency) })}
        </p>
        <ValueChange
          sides={[
            { term: t('current'), field: field(), value: props.proposal.current },
            { term: t('proposed'), field: field(), value: props.proposal.proposed },
          ]}
        />
        <Show when={asked()}>
          {(key) => (
            <TextArea
              label={t(key())}
              required={props.decision === 'discard'}
              rows={2}
              maxLength={500}
              value={words()}
              onChange={setWords}
            />
          )}
        </Show>
        <RefusalNotice
          error={deciding.error()}
          reload={() => {
            props.close()
            void queries.invalidateQueries()
          }}
        />
      </div>
    </ConfirmDialog>
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

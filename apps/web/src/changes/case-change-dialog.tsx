import { Button, Dialog, showToast, TextArea, TextField } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createMemo, createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Case, Change } from '../app/api-types.ts'
import { t as shell } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { createProposalSender } from './change-sender.ts'
import { fieldName } from './field-names.ts'
import { t } from './texts.ts'

/** Name, charge and summary of a case: corrected by its owner, or proposed to it. */
export function CaseChangeDialog(props: { case: Case; mode: 'correct' | 'propose'; close: () => void }) {
  const queries = useQueryClient()
  const [name, setName] = createSignal(props.case.name)
  const [charge, setCharge] = createSignal(props.case.charge)
  const [summary, setSummary] = createSignal(props.case.summary ?? '')
  const [fault, setFault] = createSignal('')
  const [reason, setReason] = createSignal('')
  const propose = createProposalSender((change, submissionId) =>
    api.proposals.propose.mutate({
      record: { kind: 'Case', id: props.case.id },
      change,
      reason: reason().trim(),
      submissionId,
    }),
  )
  const changes = createMemo((): Change[] =>
    [
      { field: 'name', before: props.case.name, value: name().trim() },
      { field: 'charge', before: props.case.charge, value: charge().trim() },
      { field: 'summary', before: props.case.summary ?? '', value: summary().trim() },
    ]
      .filter(({ before, value }) => value !== '' && value !== before)
      .map(({ field, value }) => ({ field, value }) as Change),
  )
  const isReady = () =>
    changes().length > 0 && reason().trim() !== '' && (props.mode === 'propose' || fault().trim() !== '')
  const changing = createDeed({
    send: (given: readonly Change[], submissionId): Promise<unknown> =>
      props.mode === 'propose'
        ? propose(given, reason().trim())
        : api.corrections.case.mutate({
            caseId: props.case.id,
            expectedVersion: props.case.version,
            fault: fault().trim(),
            reason: reason().trim(),
            changes: Object.fromEntries(given.map(({ field, value }) => [field, value])),
            submissionId,
          }),
    done() {
      const title = t(`${props.mode}.done`, { n: changes().length })
      showToast({ title, tone: 'ok', closeLabel: shell('close') })
      props.close()
      void queries.invalidateQueries()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t(`case.${props.mode}`)}
      closeLabel={shell('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shell('cancel')}</Button>
          <Button
            variant="primary"
            busy={changing.busy()}
            disabled={!isReady()}
            onClick={() => void changing.run(changes())}
          >
            {t(`save.${props.mode}`, { n: changes().length })}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <TextField label={fieldName('name')} required maxLength={120} value={name()} onChange={setName} />
        <TextField label={fieldName('charge')} required maxLength={60} value={charge()} onChange={setCharge} />
        <Show when={props.case.summary !== null}>
          <TextArea
            label={fieldName('summary')}
            required
            rows={4}
            maxLength={8000}
            value={summary()}
            onChange={setSummary}
          />
        </Show>
        <Show when={props.mode === 'correct'}>
          <TextArea label={t('why.fault')} required rows={2} maxLength={500} value={fault()} onChange={setFault} />
        </Show>
        <TextArea
          label={t(props.mode === 'correct' ? 'why.reason' : 'why.proposal')}
          hint={t(props.mode === 'correct' ? 'why.shared' : 'why.proposalHint')}
          required
          rows={2}
          maxLength={500}
          value={reason()}
          onChange={setReason}
        />
        <RefusalNotice
          error={changing.error()}
          reload={() => {
            props.close()
            void queries.invalidateQueries()
          }}
        />
      </div>
    </Dialog>
  )
}

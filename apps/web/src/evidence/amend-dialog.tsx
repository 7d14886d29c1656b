import { TextField } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createMemo, createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from './done.ts'
import { FormDialog } from './form-dialog.tsx'
import { draftOf, type RecordDraft, recordProblems, sentAmendment } from './record-draft.ts'
import { RecordFields } from './record-fields.tsx'
import { t } from './texts.ts'

/** Puts an item right; what stood there before is kept with the reason. */
export function AmendDialog(props: { item: EvidenceItem; close: () => void }) {
  const register = useQuery(() => ({
    queryKey: ['evidence', 'of', props.item.caseRef.id],
    queryFn: () => api.evidence.ofCase.query({ caseId: props.item.caseRef.id }),
  }))
  const [draft, setDraft] = createStore<RecordDraft>(draftOf(props.item))
  const [reason, setReason] = createSignal('')
  const [tried, setTried] = createSignal(false)
  const done = createDone(() => props.close())
  const version = props.item.version
  const amending = createDeed({
    send: (given: RecordDraft, submissionId) =>
      api.evidence.amend.mutate({
        ...sentAmendment(given, props.item.asks),
        evidenceId: props.item.id,
        expectedVersion: version,
        reason: reason().trim(),
        submissionId,
      }),
    done: () => done(t('amendDone')),
  })
  const problems = createMemo(() => (tried() ? recordProblems(draft) : {}))
  const submit = () => {
    setTried(true)
    if (reason().trim() !== '' && Object.keys(recordProblems(draft)).length === 0) void amending.run({ ...draft })
  }
  return (
    <FormDialog
      title={t('amendTitle', { n: props.item.number })}
      confirm={t('save')}
      size="lg"
      deed={amending}
      submit={submit}
      close={props.close}
    >
      <TextField
        class="col-span-full"
        label={t('reason')}
        required
        maxLength={500}
        value={reason()}
        onChange={setReason}
        error={tried() && reason().trim() === '' ? t('problem.required') : undefined}
      />
      <RecordFields
        draft={draft}
        set={setDraft}
        asks={props.item.asks}
        others={(register.data?.items ?? []).filter(({ id }) => id !== props.item.id)}
        problem={(field) => problems()[field]}
      />
    </FormDialog>
  )
}

import { Notice, SelectField } from '@lianban/ui'
import { useNavigate } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { EvidenceLine, EvidenceOptions } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createDeed } from '../cases/deed.ts'
import { createDone } from './done.ts'
import { FormDialog } from './form-dialog.tsx'
import { blankRecord, type RecordDraft, recordProblems, sentRecord } from './record-draft.ts'
import { RecordFields } from './record-fields.tsx'
import { t } from './texts.ts'

/** Registers an item: only kinds and papers that the law gives the officer's agency are offered. */
export function RecordDialog(props: { caseId: string; others: readonly EvidenceLine[]; close: () => void }) {
  const options = useQuery(() => ({
    queryKey: ['evidence', 'options', props.caseId],
    queryFn: () => api.evidence.options.query({ caseId: props.caseId }),
  }))
  const navigate = useNavigate()
  const [draft, setDraft] = createStore<RecordDraft>(blankRecord())
  const [tried, setTried] = createSignal(false)
  const proceeding = createMemo(() => options.data?.proceedings.find(({ id }) => id === draft.proceeding))
  const asks = createMemo(() => proceeding()?.kinds.find(({ id }) => id === draft.kind)?.asks ?? [])
  createEffect(() => {
    const [only, other] = options.data?.proceedings ?? []
    if (only && !other) setDraft({ proceeding: only.id })
  })
  const done = createDone(() => props.close())
  const recording = createDeed({
    send: (given: RecordDraft, submissionId) =>
      api.evidence.record.mutate({ ...sentRecord(given, asks()), caseId: props.caseId, submissionId }),
    done({ evidenceId, number }) {
      done(t('registerDone', { n: number }))
      navigate(`/cases/${props.caseId}/evidence/${evidenceId}`)
    },
  })
  const problems = createMemo(() => (tried() ? recordProblems(draft) : {}))
  const submit = () => {
    setTried(true)
    if (Object.keys(recordProblems(draft)).length === 0) void recording.run({ ...draft })
  }
  return (
    <FormDialog
      title={t('register')}
      confirm={t('save')}
      size="lg"
      deed={recording}
      submit={submit}
      close={props.close}
    >
      <div class="col-span-full">
        <Loaded query={options} compact>
          {(data) => (
            <Show when={data().proceedings.length > 0} fallback={<Notice tone="warn">{t('notCollector')}</Notice>}>
              <div class="grid grid-cols-2 gap-4 narrow:grid-cols-1">
                <Kinds
                  options={data()}
                  draft={draft}
                  choose={(chosen) => setDraft({ ...chosen, answers: {} })}
                  problem={problems()}
                />
                <Show when={draft.kind}>
                  <RecordFields
                    draft={draft}
                    set={setDraft}
                    asks={asks()}
                    others={props.others}
                    instruments={proceeding()?.instruments ?? []}
                    problem={(field) => problems()[field]}
                  />
                </Show>
              </div>
            </Show>
          )}
        </Loaded>
      </div>
    </FormDialog>
  )
}

function Kinds(props: {
  options: EvidenceOptions
  draft: RecordDraft
  choose: (chosen: Pick<RecordDraft, 'proceeding' | 'kind'>) => void
  problem: { readonly kind?: string; readonly proceeding?: string }
}) {
  const kinds = () => props.options.proceedings.find(({ id }) => id === props.draft.proceeding)?.kinds ?? []
  return (
    <>
      <SelectField
        label={t('proceeding')}
        required
        options={props.options.proceedings.map(({ id }) => ({ value: id, label: t(`proceeding.${id}`) }))}
        value={props.draft.proceeding}
        onChange={(proceeding) => props.choose({ proceeding: proceeding as RecordDraft['proceeding'], kind: '' })}
        error={props.problem.proceeding && t('problem.required')}
      />
      <SelectField
        label={t('kind')}
        required
        disabled={props.draft.proceeding === ''}
        options={kinds().map(({ id, words }) => ({ value: id, label: said(words) }))}
        value={props.draft.kind}
        onChange={(kind) => props.choose({ proceeding: props.draft.proceeding, kind: kind as RecordDraft['kind'] })}
        error={props.problem.kind && t('problem.required')}
      />
    </>
  )
}

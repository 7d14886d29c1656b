import { Button, ComboboxField, Panel, showToast, TextField } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { CaseProcedureSteps } from '../app/api-types.ts'
import { said, t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './texts.ts'
import { nowAsTyped, typedInstant } from './typed-instant.ts'

/** What was done outside of the tracks, and that a time limit goes by. */
export function OtherStep(props: { caseId: string; steps: CaseProcedureSteps['byHand'] }) {
  const queries = useQueryClient()
  const [step, setStep] = createSignal('')
  const [at, setAt] = createSignal(nowAsTyped())
  const [setFor, chooseSetFor] = createSignal('')
  const words = () => props.steps.find(({ code }) => code === step())?.words
  const asksDay = () => step() === 'hearing.scheduled'
  const recording = createDeed({
    send: (given: { step: string; happenedAt: string; setFor?: string }, submissionId) =>
      api.cases.recordStep.mutate({ ...given, caseId: props.caseId, submissionId }),
    done() {
      showToast({ title: t('otherDone', { step: said(words()!) }), tone: 'ok', closeLabel: shared('close') })
      setStep('')
      void queries.invalidateQueries()
    },
  })
  const isReady = () => step() !== '' && typedInstant(at()) && (!asksDay() || typedInstant(setFor()))
  const submit = () =>
    void recording.run({
      step: step(),
      happenedAt: typedInstant(at())!,
      ...(asksDay() && { setFor: typedInstant(setFor())! }),
    })
  return (
    <Panel title={t('other')} note={t('otherHint')}>
      <div class="flex flex-wrap items-end gap-3">
        <ComboboxField
          class="min-w-64 flex-1"
          label={t('otherPick')}
          placeholder={t('otherPick')}
          emptyText={t('otherPick')}
          options={props.steps.map(({ code, words: called }) => ({ value: code, label: said(called) }))}
          value={step()}
          onChange={setStep}
        />
        <TextField label={t('happenedAt')} placeholder="2026-03-01 09:30" value={at()} onChange={setAt} />
        <Show when={asksDay()}>
          <TextField label={t('setFor')} placeholder="2026-03-20 09:30" value={setFor()} onChange={chooseSetFor} />
        </Show>
        <Button disabled={!isReady()} busy={recording.busy()} onClick={submit}>
          {t('otherSubmit')}
        </Button>
      </div>
      <div class="mt-3 empty:hidden">
        <RefusalNotice error={recording.error()} />
      </div>
    </Panel>
  )
}

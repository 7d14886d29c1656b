import { Button, CheckboxField, Dialog, SelectField, showToast, TextField } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, on } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import { choices } from '../app/enums.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from './deed.ts'
import { amountOf, blankFigure, type FigureDraft, figureProblems } from './figure-draft.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { t } from './strings.ts'

/** Records one sourced value beside those already there. */
export function FigureDialog(props: { caseId: string; open: boolean; onOpenChange: (open: boolean) => void }) {
  const queries = useQueryClient()
  const [draft, setDraft] = createStore<FigureDraft>({ ...blankFigure })
  const [tried, setTried] = createSignal(false)
  const problem = (field: keyof FigureDraft) => {
    const found = tried() ? figureProblems(draft)[field] : undefined
    return found && t(`problem.${found}`)
  }
  const set =
    <Field extends keyof FigureDraft>(field: Field) =>
    (value: FigureDraft[Field]) =>
      setDraft(field, () => value)
  const recording = createDeed({
    send: (given: FigureDraft, submissionId) =>
      api.cases.recordFigure.mutate({ ...given, caseId: props.caseId, amount: amountOf(given) ?? 0, submissionId }),
    done() {
      void queries.invalidateQueries({ queryKey: ['cases', props.caseId] })
      props.onOpenChange(false)
      showToast({ title: t('figure.saved'), description: draft.asWritten, tone: 'ok', closeLabel: shared('close') })
    },
  })
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return
        setDraft({ ...blankFigure })
        setTried(false)
        recording.forget()
      },
    ),
  )
  const submit = () => {
    setTried(true)
    if (Object.keys(figureProblems(draft)).length === 0) void recording.run({ ...draft })
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('figure.title')}
      description={t('figure.keptApart')}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{shared('cancel')}</Button>
          <Button variant="primary" busy={recording.busy()} onClick={submit}>
            {t('figure.submit')}
          </Button>
        </>
      }
    >
      <div class="grid grid-cols-2 gap-4 narrow:grid-cols-1">
        <SelectField
          label={t('figure.measure')}
          required
          options={choices('measure')}
          value={draft.measure}
          onChange={(value) => set('measure')(value as FigureDraft['measure'])}
        />
        <TextField
          label={t('figure.what')}
          hint={t('figure.whatHint')}
          required
          value={draft.what}
          onChange={set('what')}
          error={problem('what')}
        />
        <TextField
          label={t('figure.amount')}
          required
          inputMode="decimal"
          value={draft.amount}
          onChange={set('amount')}
          error={problem('amount')}
        />
        <TextField
          label={t('figure.unit')}
          required
          value={draft.unit}
          onChange={set('unit')}
          error={problem('unit')}
        />
        <CheckboxField
          class="col-span-full"
          label={t('figure.approximate')}
          checked={draft.isApproximate}
          onChange={set('isApproximate')}
        />
        <TextField
          class="col-span-full"
          label={t('figure.asWritten')}
          hint={t('figure.asWrittenHint')}
          required
          value={draft.asWritten}
          onChange={set('asWritten')}
          error={problem('asWritten')}
        />
        <TextField
          class="col-span-full"
          label={t('figure.source')}
          hint={t('figure.sourceHint')}
          required
          value={draft.source}
          onChange={set('source')}
          error={problem('source')}
        />
        <div class="col-span-full">
          <RefusalNotice error={recording.error()} />
        </div>
      </div>
    </Dialog>
  )
}

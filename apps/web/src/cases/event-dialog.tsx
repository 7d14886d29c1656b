import { Button, DateField, Dialog, SelectField, showToast, TextArea, TextField } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, on } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import { choices } from '../app/enums.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from './deed.ts'
import { blankEvent, type EventDraft, eventProblems } from './figure-draft.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { t } from './strings.ts'

/** Records one step of the case. */
export function EventDialog(props: { caseId: string; open: boolean; onOpenChange: (open: boolean) => void }) {
  const queries = useQueryClient()
  const [draft, setDraft] = createStore<EventDraft>({ ...blankEvent })
  const [tried, setTried] = createSignal(false)
  const problem = (field: keyof EventDraft) => {
    const found = tried() ? eventProblems(draft)[field] : undefined
    return found && t(`problem.${found}`)
  }
  const recording = createDeed({
    send: (given: EventDraft, submissionId) =>
      api.cases.recordEvent.mutate({ ...given, caseId: props.caseId, submissionId }),
    done() {
      void queries.invalidateQueries({ queryKey: ['cases', props.caseId] })
      props.onOpenChange(false)
      showToast({ title: t('event.saved'), description: draft.what, tone: 'ok', closeLabel: shared('close') })
    },
  })
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return
        setDraft({ ...blankEvent })
        setTried(false)
        recording.forget()
      },
    ),
  )
  const submit = () => {
    setTried(true)
    if (Object.keys(eventProblems(draft)).length === 0) void recording.run({ ...draft })
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('event.title')}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{shared('cancel')}</Button>
          <Button variant="primary" busy={recording.busy()} onClick={submit}>
            {t('event.submit')}
          </Button>
        </>
      }
    >
      <div class="grid grid-cols-2 gap-4 narrow:grid-cols-1">
        <SelectField
          label={t('event.kind')}
          required
          options={choices('caseEvent')}
          value={draft.kind}
          onChange={(kind) => setDraft('kind', kind as EventDraft['kind'])}
        />
        <DateField
          partial
          label={t('event.happenedOn')}
          required
          value={draft.happenedOn}
          onChange={(day) => setDraft('happenedOn', day)}
          error={problem('happenedOn')}
        />
        <TextArea
          class="col-span-full"
          label={t('event.what')}
          required
          rows={3}
          value={draft.what}
          onChange={(what) => setDraft('what', what)}
          error={problem('what')}
        />
        <TextField
          class="col-span-full"
          label={t('event.source')}
          required
          value={draft.source}
          onChange={(source) => setDraft('source', source)}
          error={problem('source')}
        />
        <div class="col-span-full">
          <RefusalNotice error={recording.error()} />
        </div>
      </div>
    </Dialog>
  )
}

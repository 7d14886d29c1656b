import { Button, ComboboxField, DateField, Dialog, showToast, TextField } from '@lianban/ui'
import { useNavigate } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import { t as shared } from '../app/i18n/index.ts'
import { useSession } from '../app/session.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { emptyForce, type ForceDraft, type ForceInput, forceInput, forceProblems } from './force-draft.ts'
import { SeatList } from './seat-list.tsx'
import { t } from './texts.ts'
import { tomorrow } from './tomorrow.ts'

/** Forms a task force that the own agency leads. */
export function FormDialog(props: { close: () => void }) {
  const session = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [draft, setDraft] = createStore<ForceDraft>({ ...emptyForce })
  const [tried, setTried] = createSignal(false)
  const cases = useQuery(() => ({
    queryKey: ['cases', 'list', 'forTaskForce'],
    queryFn: () => api.cases.list.query({ limit: 100 }),
  }))
  const own = () => (cases.data?.items ?? []).filter((row) => row.ownerAgency.id === session().officer.agency.id)
  const forming = createDeed({
    send: (input: ForceInput, submissionId) => api.taskForces.form.mutate({ ...input, submissionId }),
    done({ taskForceId }) {
      showToast({ title: t('formed'), description: draft.name, tone: 'ok', closeLabel: shared('close') })
      props.close()
      void queries.invalidateQueries({ queryKey: ['taskForces'] })
      navigate(`/task-forces/${taskForceId}`)
    },
  })
  const problems = () => forceProblems(draft, tomorrow(new Date()))
  const problem = (field: keyof ForceDraft) => {
    const found = tried() ? problems()[field] : undefined
    return found && t(`problem.${found}`)
  }
  const submit = () => {
    setTried(true)
    if (Object.keys(problems()).length === 0) void forming.run(forceInput(draft))
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !forming.busy() && props.close()}
      title={t('form')}
      description={t('formLead')}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shared('cancel')}</Button>
          <Button variant="primary" busy={forming.busy()} onClick={submit}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          required
          maxLength={60}
          value={draft.name}
          onChange={(name) => setDraft({ name })}
          error={problem('name')}
        />
        <div class="grid grid-cols-2 gap-4 narrow:grid-cols-1">
          <ComboboxField
            label={t('case')}
            hint={t('caseHint')}
            emptyText={t('caseNone')}
            options={own()
              .filter(({ stage }) => stage !== 'closed')
              .map((row) => ({ value: row.id, label: row.name, note: row.number }))}
            value={draft.caseId}
            onChange={(caseId) => setDraft({ caseId })}
          />
          <DateField
            label={t('until')}
            hint={t('untilHint')}
            required
            min={tomorrow(new Date())}
            value={draft.until}
            onChange={(until) => setDraft({ until })}
            error={problem('until')}
          />
        </div>
        <SeatList
          value={draft.seats}
          next={draft.next}
          onChange={(seats, next) => setDraft({ seats, next })}
          error={problem('seats')}
        />
        <RefusalNotice error={forming.error()} />
      </div>
    </Dialog>
  )
}

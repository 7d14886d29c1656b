import { Button, DateField, Dialog, SelectField, showToast, TextArea, TextField } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { AccessWanted, Level } from '../app/api-types.ts'
import { choices } from '../app/enums.ts'
import { t as shell } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { emptyRequest, endOfDay, isComplete, type RequestDraft } from './request-draft.ts'
import { t } from './texts.ts'

/** Asks the owner of what may not even exist. */
export function RequestDialog(props: { wanted: AccessWanted; open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Show when={props.open}>
      <Form wanted={props.wanted} close={() => props.onOpenChange(false)} />
    </Show>
  )
}

function Form(props: { wanted: AccessWanted; close: () => void }) {
  const queries = useQueryClient()
  const options = useQuery(() => ({ queryKey: ['hits', 'options'], queryFn: () => api.hits.options.query({}) }))
  const purposes = () => (options.isSuccess ? (options.data?.purposes ?? []) : [])
  const [draft, setDraft] = createStore<RequestDraft>(emptyRequest(new Date()))
  const asking = createDeed({
    send: (given: RequestDraft, submissionId) =>
      api.requests.ask.mutate({ ...given, until: endOfDay(given.until), wanted: props.wanted, submissionId }),
    done() {
      showToast({ title: t('sent'), description: t('sentBody'), tone: 'ok', closeLabel: shell('close') })
      props.close()
      void queries.invalidateQueries({ queryKey: ['requests'] })
    },
  })
  const send = () => {
    const { purpose, legalBasis, reason, ...rest } = draft
    void asking.run({ ...rest, purpose: purpose.trim(), legalBasis: legalBasis.trim(), reason: reason.trim() })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('dialogTitle')}
      description={t('dialogLead')}
      closeLabel={shell('close')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shell('cancel')}</Button>
          <Button variant="primary" busy={asking.busy()} disabled={!isComplete(draft, new Date())} onClick={send}>
            {t('send')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Show
          when={purposes().length}
          fallback={
            <TextField
              label={t('purpose')}
              hint={t('purposeHint')}
              required
              maxLength={60}
              value={draft.purpose}
              onChange={(purpose) => setDraft({ purpose })}
            />
          }
        >
          <SelectField
            label={t('purpose')}
            required
            options={purposes().map((purpose) => ({ value: purpose, label: purpose }))}
            value={draft.purpose}
            onChange={(purpose) => setDraft({ purpose })}
          />
        </Show>
        <TextField
          label={t('legalBasis')}
          hint={t('legalBasisHint')}
          required
          maxLength={500}
          value={draft.legalBasis}
          onChange={(legalBasis) => setDraft({ legalBasis })}
        />
        <TextArea
          label={t('reason')}
          hint={t('reasonHint')}
          required
          rows={3}
          maxLength={500}
          value={draft.reason}
          onChange={(reason) => setDraft({ reason })}
        />
        <div class="grid grid-cols-2 gap-3 narrow:grid-cols-1">
          <SelectField
            label={t('level')}
            required
            options={choices('level')}
            value={draft.level}
            onChange={(level) => setDraft({ level: level as Level })}
          />
          <DateField label={t('until')} required value={draft.until} onChange={(until) => setDraft({ until })} />
        </div>
        <RefusalNotice error={asking.error()} />
      </div>
    </Dialog>
  )
}

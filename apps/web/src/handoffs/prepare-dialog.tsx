import { Button, ComboboxField, Dialog, showToast, TextArea, TextField } from '@lianban/ui'
import { useNavigate } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, on } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Case } from '../app/api-types.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { t as shared } from '../app/i18n/index.ts'
import { useSession } from '../app/session.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { blankPrepare, missingIn, type PrepareDraft, receivers } from './prepare-draft.ts'
import { t } from './strings.ts'

/** Freezes the case as it stands into a package for another agency. */
export function PrepareDialog(props: { record: Case; open: boolean; onOpenChange: (open: boolean) => void }) {
  const session = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const agencies = useQuery(() => ({
    queryKey: ['agencies'],
    queryFn: () => api.agencies.list.query(),
    enabled: props.open,
  }))
  const [draft, setDraft] = createStore<PrepareDraft>({ ...blankPrepare })
  const [tried, setTried] = createSignal(false)
  const problem = (field: keyof PrepareDraft) =>
    tried() && missingIn(draft).includes(field) ? t('prepare.required') : undefined
  const set = (field: keyof PrepareDraft) => (value: string) => setDraft(field, value)
  const preparing = createDeed({
    send: (given: PrepareDraft, submissionId) =>
      api.handoffs.prepare.mutate({ ...given, caseId: props.record.id, submissionId }),
    done({ handoffId, items }) {
      props.onOpenChange(false)
      void queries.invalidateQueries()
      showToast({ title: t('prepare.done', { items }), tone: 'ok', closeLabel: shared('close') })
      navigate(`/handoffs/${handoffId}`)
    },
  })
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return
        setDraft({ ...blankPrepare })
        setTried(false)
        preparing.forget()
      },
    ),
  )
  const submit = () => {
    setTried(true)
    if (missingIn(draft).length === 0) void preparing.run({ ...draft })
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('prepare.title')}
      description={t('prepare.text')}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{shared('cancel')}</Button>
          <Button variant="primary" busy={preparing.busy()} onClick={submit}>
            {t('prepare.submit')}
          </Button>
        </>
      }
    >
      <div class="grid grid-cols-2 gap-4 narrow:grid-cols-1">
        <ComboboxField
          class="col-span-full"
          label={t('prepare.to')}
          required
          placeholder={t('toPick')}
          emptyText={t('toPick')}
          options={receivers(agencies.data ?? [], session().officer.agency.id).map((agency) => ({
            value: agency.id,
            label: agencyName(agency),
            note: word('agencyKind', agency.kind),
          }))}
          value={draft.toAgencyId}
          onChange={set('toAgencyId')}
          error={problem('toAgencyId')}
        />
        <TextField
          label={t('prepare.number')}
          hint={t('prepare.numberHint')}
          required
          value={draft.number}
          onChange={set('number')}
          error={problem('number')}
        />
        <TextField
          label={t('prepare.purpose')}
          required
          value={draft.purpose}
          onChange={set('purpose')}
          error={problem('purpose')}
        />
        <TextField
          class="col-span-full"
          label={t('prepare.legalBasis')}
          hint={t('prepare.legalBasisHint')}
          required
          value={draft.legalBasis}
          onChange={set('legalBasis')}
          error={problem('legalBasis')}
        />
        <TextArea class="col-span-full" label={t('prepare.note')} rows={3} value={draft.note} onChange={set('note')} />
        <div class="col-span-full empty:hidden">
          <RefusalNotice error={preparing.error()} />
        </div>
      </div>
    </Dialog>
  )
}

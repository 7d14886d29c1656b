import {
  Button,
  CheckboxField,
  CheckboxGroup,
  DateField,
  Dialog,
  Notice,
  SelectField,
  showToast,
  TextArea,
  TextField,
} from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Label, Level } from '../app/api-types.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { choices } from '../app/enums.ts'
import { formatDate } from '../app/format.ts'
import { t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { readRefusal } from '../app/refusal.ts'
import { useSession } from '../app/session.tsx'
import { createSubmission } from '../app/submission.ts'
import { emptyProposal, type ProposalDraft, proposalOf, proposalProblems } from './proposal.ts'
import { t } from './texts.ts'

/** A leader lays down the terms of a standing agreement. */
export function ProposeDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const session = useSession()
  const client = useQueryClient()
  const agencies = useQuery(() => ({ queryKey: ['agencies'], queryFn: () => api.agencies.list.query() }))
  const [draft, set] = createStore(emptyProposal(formatDate(new Date().toISOString())))
  const [tried, setTried] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  const submission = createSubmission()
  const error = (field: keyof ProposalDraft) => {
    const problem = tried() ? proposalProblems(draft).get(field) : undefined
    return problem && t(`problem.${problem}`)
  }

  async function propose() {
    setTried(true)
    if (proposalProblems(draft).size > 0) return
    setBusy(true)
    setFailure(undefined)
    try {
      await submission.send((submissionId) => api.agreements.propose.mutate({ ...proposalOf(draft), submissionId }))
      void client.invalidateQueries({ queryKey: ['agreements'] })
      showToast({ title: t('proposed'), tone: 'ok', closeLabel: shell('close') })
      props.onOpenChange(false)
    } catch (refused) {
      setFailure(refused)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('propose')}
      description={t('lead')}
      closeLabel={shell('close')}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{shell('cancel')}</Button>
          <Button variant="primary" busy={busy()} onClick={propose}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <div class="grid grid-cols-2 gap-x-4 gap-y-3 narrow:grid-cols-1">
        <TextField
          label={t('number')}
          required
          maxLength={60}
          value={draft.number}
          onChange={(value) => set('number', value)}
          error={error('number')}
        />
        <TextField
          label={t('name')}
          required
          maxLength={120}
          value={draft.title}
          onChange={(value) => set('title', value)}
          error={error('title')}
        />
        <TextArea
          class="col-span-full"
          label={t('legalBasis')}
          required
          rows={2}
          maxLength={500}
          value={draft.legalBasis}
          onChange={(value) => set('legalBasis', value)}
          error={error('legalBasis')}
        />
        <TextArea
          class="col-span-full"
          label={t('purposes')}
          hint={t('purposesHint')}
          required
          rows={3}
          value={draft.purposes}
          onChange={(value) => set('purposes', value)}
          error={error('purposes')}
        />
        <SelectField
          label={t('maxLabel')}
          required
          options={choices('label', 'labelNote')}
          value={draft.maxLabel}
          onChange={(value) => set('maxLabel', value as Label)}
        />
        <SelectField
          label={t('maxLevel')}
          required
          options={choices('level')}
          value={draft.maxLevel}
          onChange={(value) => set('maxLevel', value as Level)}
        />
        <DateField
          label={t('validFrom')}
          required
          value={draft.validFrom}
          onChange={(value) => set('validFrom', value)}
          error={error('validFrom')}
        />
        <DateField
          label={t('validUntil')}
          required
          min={draft.validFrom}
          value={draft.validUntil}
          onChange={(value) => set('validUntil', value)}
          error={error('validUntil')}
        />
        <CheckboxField
          class="col-span-full"
          label={t('onward')}
          checked={draft.allowsOnward}
          onChange={(value) => set('allowsOnward', value)}
        />
        <div class="col-span-full">
          <Loaded query={agencies} rows={3} compact>
            {(found) => (
              <CheckboxGroup
                label={t('partners')}
                hint={t('partnersHint')}
                required
                columns={2}
                options={found()
                  .filter((agency) => agency.id !== session().officer.agency.id && agency.kind !== 'operator')
                  .map((agency) => ({ value: agency.slug, label: agencyName(agency) }))}
                value={draft.partySlugs}
                onChange={(value) => set('partySlugs', value)}
                error={error('partySlugs')}
              />
            )}
          </Loaded>
        </div>
        <Show when={failure()}>
          {(refused) => (
            <div class="col-span-full" role="alert">
              <Notice tone="danger" title={readRefusal(refused()).sentence}>
                {readRefusal(refused()).nextStep}
              </Notice>
            </div>
          )}
        </Show>
      </div>
    </Dialog>
  )
}

import { Button, Dialog, showToast } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, on } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Case, OpenSection } from '../app/api-types.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { AudienceFields } from './audience-fields.tsx'
import { type SectionDraft, sectionProblems } from './section-draft.ts'
import { t } from './strings.ts'

/** Changes who may read a section; those left out are disconnected at once. */
export function RestrictDialog(props: {
  record: Case
  section: OpenSection
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const queries = useQueryClient()
  const asItIs = (): SectionDraft => ({
    title: props.section.title,
    audience: props.section.audience,
    memberAgencyIds: props.section.members.map((agency) => agency.id),
  })
  const [draft, setDraft] = createStore<SectionDraft>(asItIs())
  const [tried, setTried] = createSignal(false)
  const refresh = () => queries.invalidateQueries({ queryKey: ['cases', props.record.id, 'outline'] })
  const restricting = createDeed({
    send: (given: SectionDraft, submissionId) =>
      api.dossier.restrict.mutate({
        sectionId: props.section.id,
        expectedVersion: props.section.version,
        audience: given.audience,
        memberAgencyIds: given.audience === 'case' ? [] : given.memberAgencyIds,
        submissionId,
      }),
    done() {
      props.onOpenChange(false)
      showToast({ title: t('restricted'), tone: 'ok', closeLabel: shared('close') })
      void refresh()
    },
  })
  const begin = () => {
    setDraft(asItIs())
    setTried(false)
    restricting.forget()
  }
  createEffect(
    on(
      () => props.open,
      (open) => open && begin(),
    ),
  )
  const problem = () => {
    const found = tried() ? sectionProblems(draft).memberAgencyIds : undefined
    return found && t(`problem.${found}`)
  }
  const submit = () => {
    setTried(true)
    if (sectionProblems(draft).memberAgencyIds === undefined) void restricting.run({ ...draft })
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('restrictTitle')}
      description={t('restrictText')}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{shared('cancel')}</Button>
          <Button variant="primary" busy={restricting.busy()} onClick={submit}>
            {t('restrictSave')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <AudienceFields record={props.record} value={draft} onChange={setDraft} error={problem()} />
        <RefusalNotice error={restricting.error()} reload={() => void refresh().then(begin)} />
      </div>
    </Dialog>
  )
}

import { templates } from '@lianban/dossier'
import { Button, Dialog, showToast, TextField } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, For, on } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Case } from '../app/api-types.ts'
import { said, t as shared } from '../app/i18n/index.ts'
import { useSession } from '../app/session.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { AudienceFields } from './audience-fields.tsx'
import { withoutNumber } from './outline-lines.ts'
import { blankSection, type SectionDraft, sectionProblems } from './section-draft.ts'
import { t } from './strings.ts'

/** Adds a section and settles at once who may read it. */
export function AddSectionDialog(props: {
  record: Case
  open: boolean
  onOpenChange: (open: boolean) => void
  added: (sectionId: string) => void
}) {
  const session = useSession()
  const queries = useQueryClient()
  const [draft, setDraft] = createStore<SectionDraft>({ ...blankSection })
  const [tried, setTried] = createSignal(false)
  const problem = (field: keyof SectionDraft) => {
    const found = tried() ? sectionProblems(draft)[field] : undefined
    return found && t(`problem.${found}`)
  }
  const adding = createDeed({
    send: (given: SectionDraft, submissionId) =>
      api.dossier.addSection.mutate({
        ...given,
        memberAgencyIds: given.audience === 'case' ? [] : given.memberAgencyIds,
        caseId: props.record.id,
        submissionId,
      }),
    async done({ sectionId }) {
      props.onOpenChange(false)
      showToast({ title: t('added'), description: draft.title, tone: 'ok', closeLabel: shared('close') })
      await queries.invalidateQueries({ queryKey: ['cases', props.record.id, 'outline'] })
      props.added(sectionId)
    },
  })
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return
        setDraft({ ...blankSection, memberAgencyIds: [session().officer.agency.id] })
        setTried(false)
        adding.forget()
      },
    ),
  )
  const submit = () => {
    setTried(true)
    if (Object.keys(sectionProblems(draft)).length === 0) void adding.run({ ...draft, title: draft.title.trim() })
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('addTitle')}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{shared('cancel')}</Button>
          <Button variant="primary" busy={adding.busy()} onClick={submit}>
            {t('addSave')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <div>
          <TextField
            label={t('title')}
            hint={t('templateHint')}
            required
            value={draft.title}
            onChange={(title) => setDraft('title', title)}
            error={problem('title')}
          />
          <ul aria-label={t('template')} class="mt-2 flex flex-wrap gap-1.5">
            <For each={templates[0]!.sections}>
              {(title) => (
                <li>
                  <Button size="sm" onClick={() => setDraft('title', withoutNumber(said(title)))}>
                    {withoutNumber(said(title))}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </div>
        <AudienceFields record={props.record} value={draft} onChange={setDraft} error={problem('memberAgencyIds')} />
        <RefusalNotice error={adding.error()} />
      </div>
    </Dialog>
  )
}

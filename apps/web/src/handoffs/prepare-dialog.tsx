import { Button, ComboboxField, Dialog, SelectField, showToast, TextArea, TextField } from '@lianban/ui'
import { useNavigate } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { api } from '../app/api.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { said, t as shared } from '../app/i18n/index.ts'
import { useSession } from '../app/session.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { type Freezing, freezePackage } from './freeze-package.ts'
import { PaperList } from './paper-list.tsx'
import {
  blankPrepare,
  circumstancesOf,
  missingIn,
  openKinds,
  type PrepareDraft,
  papersOf,
  receivers,
} from './prepare-draft.ts'
import { introOf } from './prepare-intro.ts'
import { t } from './strings.ts'

/** Freezes the case or the clue as it stands into a package for another agency. */
export function PrepareDialog(props: {
  about: Freezing['about']
  can: Readonly<Record<string, boolean>>
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const session = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const agencies = useQuery(() => ({
    queryKey: ['agencies'],
    queryFn: () => api.agencies.list.query(),
    enabled: props.open,
  }))
  const known = useQuery(() => ({
    queryKey: ['handoffs', 'kinds'],
    queryFn: () => api.handoffs.kinds.query({}),
    enabled: props.open,
  }))
  const kinds = () => openKinds(known.data?.items ?? [], props.can)
  const [draft, setDraft] = createStore<PrepareDraft>(blankPrepare(''))
  const kind = () => kinds().find((each) => each.kind === draft.kind)
  const [tried, setTried] = createSignal(false)
  const problem = (field: keyof PrepareDraft) =>
    tried() && missingIn(draft).includes(field) ? t('prepare.required') : undefined
  const set = (field: Exclude<keyof PrepareDraft, 'papers'>) => (value: string) => setDraft(field, value)
  const writesOpinion = () => kind()?.prepared === 'giveOpinion'
  const choose = (chosen: string) => {
    const basis = kinds().find((each) => each.kind === chosen)?.basis ?? []
    setDraft({ kind: chosen, toAgencyId: '', papers: {}, legalBasis: basis.map(({ zh }) => zh).join('、') })
  }
  const preparing = createDeed({
    send: (given: Freezing, submissionId) => freezePackage(given, submissionId),
    done({ handoffId, items }) {
      props.onOpenChange(false)
      void queries.invalidateQueries()
      showToast({ title: t('prepare.done', { items }), tone: 'ok', closeLabel: shared('close') })
      navigate(`/handoffs/${handoffId}`)
    },
  })
  // Where there is one kind, or none was chosen yet, the first is taken.
  createEffect(() => {
    const first = kinds()[0]
    if (props.open && first && !kind()) choose(first.kind)
  })
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return
        setDraft(blankPrepare(''))
        setTried(false)
        preparing.forget()
      },
    ),
  )
  const submit = () => {
    setTried(true)
    const chosen = kind()
    if (!chosen || missingIn(draft).length > 0) return
    const { papers: _ticked, ...letter } = unwrap(draft)
    const terms = { ...letter, papers: papersOf(draft, chosen.materials), circumstances: circumstancesOf(draft) }
    void preparing.run({ about: props.about, prepared: chosen.prepared, terms })
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t(writesOpinion() ? 'prepare.opinion' : 'prepare.title')}
      description={introOf(kind())}
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
        <SelectField
          class="col-span-full"
          label={t('prepare.kind')}
          required
          options={kinds().map((each) => ({ value: each.kind, label: said(each.words) }))}
          value={draft.kind}
          onChange={choose}
          error={problem('kind')}
        />
        <ComboboxField
          class="col-span-full"
          label={t('prepare.to')}
          required
          placeholder={t('toPick')}
          emptyText={t('toPick')}
          options={receivers(agencies.data ?? [], session().officer.agency.id, kind()).map((agency) => ({
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
          label={t(writesOpinion() ? 'prepare.opinionPurpose' : 'prepare.purpose')}
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
        <Show when={kind()}>
          {(chosen) => (
            <PaperList
              kind={chosen()}
              papers={draft.papers}
              change={(id, paper) => setDraft('papers', id, { ...paper })}
            />
          )}
        </Show>
        <TextArea class="col-span-full" label={t('prepare.note')} rows={3} value={draft.note} onChange={set('note')} />
        <div class="col-span-full empty:hidden">
          <RefusalNotice error={preparing.error()} />
        </div>
      </div>
    </Dialog>
  )
}

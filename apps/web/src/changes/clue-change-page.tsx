import { Button, ButtonLink, PageHeader, Panel, showToast, TextArea } from '@lianban/ui'
import { useNavigate, useParams } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createMemo, createSignal, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Change, Clue, ClueRecord } from '../app/api-types.ts'
import { formatDate } from '../app/format.ts'
import { t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { UnsavedGuard } from '../app/unsaved-guard.tsx'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { recordOf } from '../clues/clue-draft.ts'
import { createClueForm } from '../clues/clue-form.ts'
import { FactFields } from '../clues/fact-fields.tsx'
import { GoodsFields } from '../clues/goods-fields.tsx'
import { IdentifierFields } from '../clues/identifier-fields.tsx'
import { MethodFields } from '../clues/protection-fields.tsx'
import { t as ofClue } from '../clues/texts.ts'
import { createProposalSender } from './change-sender.ts'
import { changesOf, draftOf } from './clue-changes.ts'
import { fieldNames } from './field-names.ts'
import { t } from './texts.ts'

type Mode = 'correct' | 'propose'

export const ClueCorrectionPage = () => <ClueChangePage mode="correct" />
export const ClueProposalPage = () => <ClueChangePage mode="propose" />

/** A clue in the form it was recorded with: its owner corrects it, others propose a change field by field. */
function ClueChangePage(props: { mode: Mode }) {
  const params = useParams<{ clueId: string }>()
  const clue = useQuery(() => ({
    queryKey: ['clues', 'find', params.clueId],
    queryFn: () => api.clues.find.query({ clueId: params.clueId }),
    ...loggedRead,
  }))
  createPageTitle(() => t(`${props.mode}.title`))
  return (
    <Loaded query={clue} rows={10}>
      {(found) => (
        <Show when={`${found().id} ${found().version}`} keyed>
          <ChangeForm mode={props.mode} clue={found()} />
        </Show>
      )}
    </Loaded>
  )
}

function ChangeForm(props: { mode: Mode; clue: Clue }) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { clue, mode } = props
  const untouched = recordOf(draftOf(clue))
  const [fault, setFault] = createSignal('')
  const [reason, setReason] = createSignal('')
  const propose = createProposalSender((change, submissionId) =>
    api.proposals.propose.mutate({
      record: { kind: 'Clue', id: clue.id },
      change,
      reason: reason().trim(),
      submissionId,
    }),
  )
  const correct = (corrected: readonly Change[], submissionId: string) =>
    api.corrections.clue.mutate({
      clueId: clue.id,
      expectedVersion: clue.version,
      fault: fault().trim(),
      reason: reason().trim(),
      changes: Object.fromEntries(corrected.map(({ field, value }) => [field, value])) as Partial<ClueRecord>,
      submissionId,
    })
  const form = createClueForm({
    region: clue.region,
    today: formatDate(new Date().toISOString()),
    initial: draftOf(clue),
    record: async ({ submissionId, ...record }) => {
      const changed = changesOf(untouched, record, clue.withheld)
      await (mode === 'correct' ? correct(changed, submissionId) : propose(changed, reason().trim()))
      return { clueId: clue.id, number: clue.number }
    },
  })
  const changes = createMemo(() =>
    form.problems().size ? [] : changesOf(untouched, recordOf(unwrap(form.draft)), clue.withheld),
  )
  const explained = () => reason().trim() !== '' && (mode === 'propose' || fault().trim() !== '')
  const missing = (value: string) => (form.tried() && !value.trim() ? t('why.required') : undefined)
  const isOpen = (field: string) => !clue.withheld.includes(field)

  async function save(event: Event & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const element = event.currentTarget
    const count = changes().length
    if (!count || !explained()) {
      form.try()
      return element.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus()
    }
    if (!(await form.save())) return
    void queries.invalidateQueries()
    showToast({ title: t(`${mode}.done`, { n: count }), tone: 'ok', closeLabel: shell('close') })
    navigate(`/clues/${clue.id}`)
  }

  return (
    <form class="mx-auto max-w-4xl" onSubmit={save} novalidate>
      <UnsavedGuard dirty={form.isDirty()} />
      <PageHeader
        title={t(`${mode}.title`)}
        description={`${clue.number} · ${t(`${mode}.lead`)}`}
        crumbs={[
          { label: ofClue('title'), href: '/clues' },
          { label: clue.title, href: `/clues/${clue.id}` },
        ]}
        crumbsLabel={shell('navigation')}
      />
      <div class="flex flex-col gap-4">
        <Panel title={ofClue('sectionFacts')}>
          <FactFields form={form} hides={clue.withheld} />
        </Panel>
        <Show when={isOpen('goods')}>
          <GoodsFields form={form} />
        </Show>
        <Panel title={ofClue('sectionMethods')}>
          <MethodFields form={form} />
        </Panel>
        <Show when={isOpen('identifiers')}>
          <IdentifierFields form={form} />
        </Show>
        <Panel title={t(mode === 'correct' ? 'why.title' : 'why.proposalTitle')}>
          <div class="flex flex-col gap-3">
            <Show when={mode === 'correct'}>
              <TextArea
                label={t('why.fault')}
                required
                rows={2}
                maxLength={500}
                value={fault()}
                onChange={setFault}
                error={missing(fault())}
              />
            </Show>
            <TextArea
              label={t(mode === 'correct' ? 'why.reason' : 'why.proposal')}
              hint={t(mode === 'correct' ? 'why.shared' : 'why.proposalHint')}
              required
              rows={2}
              maxLength={500}
              value={reason()}
              onChange={setReason}
              error={missing(reason())}
            />
          </div>
        </Panel>
        <RefusalNotice error={form.failure()} reload={() => void queries.invalidateQueries({ queryKey: ['clues'] })} />
      </div>
      <div class="sticky bottom-0 z-20 mt-4 flex items-center justify-end gap-2 border-line border-t bg-canvas py-3 narrow:-mx-4 narrow:bottom-(--page-foot) narrow:bg-surface narrow:px-4 narrow:py-2">
        <span class="mr-auto min-w-0 text-muted text-sm" role="status">
          {changes().length
            ? t('changed', { n: changes().length, fields: fieldNames(changes().map(({ field }) => field)) })
            : t('save.nothing')}
        </span>
        <ButtonLink href={`/clues/${clue.id}`}>{shell('cancel')}</ButtonLink>
        <Button type="submit" variant="primary" busy={form.busy()} disabled={!changes().length}>
          {t(`save.${mode}`, { n: changes().length })}
        </Button>
      </div>
    </form>
  )
}

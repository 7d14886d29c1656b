import {
  Button,
  ButtonLink,
  ComboboxField,
  DateField,
  PageHeader,
  Panel,
  RadioCards,
  Skeleton,
  showToast,
  TextArea,
  TextField,
} from '@lianban/ui'
import { useNavigate, useSearchParams } from '@solidjs/router'
import { useQueries, useQueryClient } from '@tanstack/solid-query'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Clue } from '../app/api-types.ts'
import { AgencyName, HandlingCodeBadge, LabelBadge } from '../app/domain-badges.tsx'
import { choices, word } from '../app/enums.ts'
import { formatDate, formatPartialDate } from '../app/format.ts'
import { t as shared } from '../app/i18n/index.ts'
import { Refused } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { regionChoices, regionName } from '../app/regions.ts'
import { useSession } from '../app/session.tsx'
import { UnsavedGuard } from '../app/unsaved-guard.tsx'
import { createReaders } from '../readers/readers.ts'
import { isSameCircle, withinClues } from '../readers/readers-draft.ts'
import { ReadersField } from '../readers/readers-field.tsx'
import { blankCase, type CaseDraft, type ClueForCase, draftProblems, prefillFrom } from './case-draft.ts'
import { createDeed } from './deed.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { t } from './strings.ts'

/** Opens a case, from the clues the address names if it names any. */
export function CaseFormPage() {
  const navigate = useNavigate()
  const session = useSession()
  const queries = useQueryClient()
  const [address, setAddress] = useSearchParams<{ clue?: string | string[] }>()
  const clueIds = createMemo(() => [address.clue ?? []].flat())
  const found = useQueries(() => ({
    queries: clueIds().map((clueId) => ({
      queryKey: ['clues', 'find', clueId],
      queryFn: () => api.clues.find.query({ clueId }),
      ...loggedRead,
    })),
  }))
  const clues = createMemo(() => found.flatMap((query) => (query.data ? [query.data] : [])))
  const readers = createReaders(createMemo(() => withinClues(clues()), undefined, { equals: isSameCircle }))
  const ready = () => clues().length === clueIds().length
  const today = formatDate(new Date().toISOString())

  const [draft, setDraft] = createStore<CaseDraft>(blankCase(today, session().officer.agency.region))
  createPageTitle(() => t('form.title'))
  const [touched, setTouched] = createSignal<ReadonlySet<keyof CaseDraft>>(new Set())
  const [tried, setTried] = createSignal(false)
  const [isOpened, setOpened] = createSignal(false)
  const set =
    <Field extends keyof CaseDraft>(field: Field) =>
    (value: string) => {
      setTouched((fields) => new Set<keyof CaseDraft>([...fields, field]))
      setDraft(field, value as CaseDraft[Field])
    }
  createEffect(
    on(ready, (isReady) => {
      if (isReady) setDraft(prefillFrom(clues() as readonly ClueForCase[], touched()))
    }),
  )
  const problems = createMemo(() => draftProblems(draft, clues() as readonly ClueForCase[]))
  const problem = (field: keyof CaseDraft) => {
    const found = tried() ? problems()[field] : undefined
    return found && t(`problem.${found}`)
  }
  const opening = createDeed({
    send: (given: CaseDraft, submissionId) =>
      api.cases.open.mutate({ ...given, ...readers.input(), clueIds: clueIds(), submissionId }),
    done({ caseId }) {
      setTouched(new Set<keyof CaseDraft>())
      setOpened(true)
      void queries.invalidateQueries()
      showToast({ title: t('form.done'), description: draft.name, tone: 'ok', closeLabel: shared('close') })
      navigate(`/cases/${caseId}`)
    },
  })
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    setTried(true)
    if (!readers.try() || Object.keys(problems()).length > 0)
      form.querySelector<HTMLElement>('[aria-invalid="true"], input[data-invalid]')?.focus()
    else if (ready()) void opening.run({ ...draft })
  }

  return (
    <form class="mx-auto max-w-4xl" onSubmit={submit} novalidate>
      <UnsavedGuard dirty={(touched().size > 0 || readers.isTouched()) && !opening.busy() && !isOpened()} />
      <PageHeader
        title={t('form.title')}
        crumbs={[{ label: t('list.title'), href: '/cases' }]}
        crumbsLabel={t('page.back')}
        description={t('form.lead')}
      />
      <div class="flex flex-col gap-4">
        <Panel title={t('form.fromClue')} flush>
          <Show when={found.some((query) => query.isPending)}>
            <Skeleton label={shared('loading')} rows={2} />
          </Show>
          <For each={found.filter((query) => query.isError)}>
            {(query) => <Refused compact error={query.error} retry={() => query.refetch()} />}
          </For>
          <For
            each={clues()}
            fallback={
              <Show when={clueIds().length === 0}>
                <p class="px-4 py-3 text-muted text-sm">{t('form.noClueHint')}</p>
              </Show>
            }
          >
            {(clue) => (
              <LinkedClue
                clue={clue}
                remove={() => setAddress({ clue: clueIds().filter((id) => id !== clue.id) }, { replace: true })}
              />
            )}
          </For>
        </Panel>
        <Panel title={t('form.basics')}>
          <div class="grid grid-cols-2 gap-4 narrow:grid-cols-1">
            <TextField
              label={t('form.number')}
              hint={t('form.numberHint')}
              required
              value={draft.number}
              onChange={set('number')}
              error={problem('number')}
            />
            <DateField
              partial
              label={t('form.openedOn')}
              hint={t('form.openedOnHint')}
              required
              value={draft.openedOn}
              max={today}
              onChange={set('openedOn')}
              error={problem('openedOn')}
            />
            <TextField
              class="col-span-full"
              label={t('form.name')}
              required
              value={draft.name}
              onChange={set('name')}
              error={problem('name')}
            />
            <TextField
              label={t('form.charge')}
              required
              value={draft.charge}
              onChange={set('charge')}
              error={problem('charge')}
            />
            <ComboboxField
              label={t('form.region')}
              required
              options={regionOptions(draft.region)}
              emptyText={t('form.regionHint')}
              value={draft.region}
              onChange={set('region')}
              error={problem('region')}
            />
            <TextArea
              class="col-span-full"
              label={t('form.summary')}
              required
              rows={5}
              value={draft.summary}
              onChange={set('summary')}
              error={problem('summary')}
            />
          </div>
        </Panel>
        <Panel title={t('form.protection')}>
          <div class="flex flex-col gap-4">
            <RadioCards
              label={t('form.label')}
              hint={t('form.labelHint')}
              required
              columns={2}
              options={choices('label', 'labelNote')}
              value={draft.label}
              onChange={set('label')}
              error={problem('label')}
            />
            <RadioCards
              label={t('form.handling')}
              required
              columns={2}
              options={choices('handlingCode', 'handlingCodeNote')}
              value={draft.handlingCode}
              onChange={set('handlingCode')}
            />
            <ReadersField readers={readers} />
          </div>
        </Panel>
        <RefusalNotice error={opening.error()} />
        <div class="sticky bottom-0 z-20 flex justify-end gap-2 border-line border-t bg-canvas py-3 narrow:-mx-4 narrow:bottom-(--page-foot) narrow:bg-surface narrow:px-4 narrow:py-2 narrow:*:[a,button]:flex-1">
          <ButtonLink href="/cases">{t('form.cancel')}</ButtonLink>
          <Button type="submit" variant="primary" busy={opening.busy()} disabled={!ready()}>
            {t('form.submit')}
          </Button>
        </div>
      </div>
    </form>
  )
}

/** A clue's region may be finer than the list; it is offered as it is. */
const regionOptions = (chosen: string) => {
  const listed = regionChoices()
  if (chosen === '' || listed.some((choice) => choice.value === chosen)) return listed
  return [{ value: chosen, label: regionName(chosen), note: chosen }, ...listed]
}

function LinkedClue(props: { clue: Clue; remove: () => void }) {
  return (
    <div class="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div class="min-w-0 flex-1 narrow:basis-full">
        <div class="flex flex-wrap items-center gap-2">
          <a href={`/clues/${props.clue.id}`} class="font-medium hover:text-accent-text">
            {props.clue.title}
          </a>
          <LabelBadge label={props.clue.label} />
          <HandlingCodeBadge code={props.clue.handlingCode} />
        </div>
        <p class="mt-0.5 flex flex-wrap gap-x-3 text-muted text-sm">
          <span>{props.clue.number}</span>
          <span>{word('clueSource', props.clue.source)}</span>
          <span>{formatPartialDate(props.clue.reportedOn)}</span>
          <AgencyName agency={props.clue.ownerAgency} />
        </p>
        <Show when={props.clue.content}>
          <p class="mt-1 line-clamp-3 text-sm">{props.clue.content}</p>
        </Show>
      </div>
      <Button size="sm" variant="quiet" class="narrow:-ml-2" onClick={() => props.remove()}>
        {t('form.removeClue')}
      </Button>
    </div>
  )
}

import { Button, Dialog, Notice, SelectField, showToast, TextArea, TextField } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { api } from '../app/api.ts'
import { said, t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { type AskDraft, asked, blankAsk, lackingIn, lanesOf, papersOf, type TargetKind } from './ask-draft.ts'
import { elsewhereOf } from './proposed.ts'
import { ReceiverFields } from './receiver-fields.tsx'
import { TargetFields } from './target-fields.tsx'
import { t } from './texts.ts'

/** A letter that asks one or more agencies for assistance on the case. */
export function AskDialog(props: { caseId: string; close: () => void }) {
  const queries = useQueryClient()
  const [draft, setDraft] = createStore<AskDraft>(blankAsk())
  const [tried, setTried] = createSignal(false)
  const options = useQuery(() => ({
    queryKey: ['assistance', 'options', draft.kind, draft.proceeding],
    queryFn: () => api.assistance.options.query(draft.kind ? { kind: draft.kind, proceeding: draft.proceeding } : {}),
    placeholderData: (before: Awaited<ReturnType<typeof api.assistance.options.query>> | undefined) => before,
  }))
  const kind = () => options.data?.kinds.find(({ id }) => id === draft.kind)
  const all = () => options.data?.receivers ?? []
  const open = () => all().filter(({ bar }) => bar === null)
  const papers = () => papersOf(draft, open())
  const elsewhere = () =>
    draft.targets.some(({ kind: what }) => what === 'company') ? elsewhereOf(draft.receivers, open()) : []
  const wordsOf = (paper: string) => said(options.data!.papers.find(({ id }) => id === paper)!.words)
  const lanes = () => options.data?.lanes.filter(({ id }) => lanesOf(draft, open()).includes(id)) ?? []
  const urgencies = () =>
    options.data?.urgencies.filter(
      ({ id, inLanes }) => !inLanes || lanes().some((lane) => lane.urgencies.includes(id)),
    ) ?? []
  const urgency = () => options.data?.urgencies.find(({ id }) => id === draft.urgency)
  const lacks = () => (tried() ? lackingIn(draft, papers(), urgency()) : [])
  const problem = (field: string) => (lacks().includes(field) ? t('required') : undefined)
  const set = (field: keyof AskDraft) => (value: string) => setDraft(field as 'number', value)
  const choose = (id: string) => {
    const chosen = options.data?.kinds.find((each) => each.id === id)
    const first: TargetKind = chosen?.targets[0] ?? 'place'
    const proceeding = chosen?.proceedings.includes('administrative') ? 'administrative' : 'criminal'
    setDraft({ kind: id, proceeding, receivers: [], lane: '', targets: [{ kind: first, value: '' }], papers: {} })
  }
  const chooseLane = (lane: string) => {
    const offered = options.data?.lanes.find(({ id }) => id === lane)?.urgencies ?? []
    setDraft({ lane, ...(offered[0] ? { urgency: offered[0] } : { urgency: 'days_7' }) })
  }
  const asking = createDeed({
    send: (letter: ReturnType<typeof asked>, submissionId) =>
      api.assistance.ask.mutate({ ...letter, caseId: props.caseId, submissionId }),
    done() {
      showToast({ title: t('askDone'), tone: 'ok', closeLabel: shared('close') })
      props.close()
      void queries.invalidateQueries()
    },
  })
  const submit = () => {
    setTried(true)
    if (lacks().length > 0) return
    void asking.run(asked(unwrap(draft), papers(), urgency()))
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && props.close()}
      title={t('askTitle')}
      description={t('askText')}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shared('cancel')}</Button>
          <Button variant="primary" busy={asking.busy()} onClick={submit}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <div class="grid grid-cols-2 gap-4 narrow:grid-cols-1">
        <SelectField
          label={t('kind')}
          required
          options={(options.data?.kinds ?? []).map((each) => ({
            value: each.id,
            label: said(each.words),
            note: each.basis.map(said).join('、'),
          }))}
          value={draft.kind}
          onChange={choose}
          error={problem('kind')}
        />
        <SelectField
          label={t('proceeding')}
          required
          options={(kind()?.proceedings ?? []).map((value) => ({ value, label: t(`proceeding.${value}`) }))}
          value={kind() ? draft.proceeding : ''}
          onChange={(value) =>
            setDraft({ proceeding: value === 'criminal' ? 'criminal' : 'administrative', receivers: [] })
          }
        />
        <Show when={draft.kind}>
          <ReceiverFields
            all={all()}
            chosen={draft.receivers}
            change={(receivers) => setDraft({ receivers, lane: '' })}
            error={problem('receivers')}
          />
          <TargetFields
            kinds={kind()?.targets ?? []}
            targets={draft.targets}
            change={(targets) => setDraft('targets', targets)}
            error={problem('targets')}
          />
        </Show>
        <SelectField
          label={t('lane')}
          options={[
            { value: '', label: t('none') },
            ...lanes().map(({ id, words }) => ({ value: id, label: said(words) })),
          ]}
          value={draft.lane}
          onChange={chooseLane}
          placeholder={t('none')}
        />
        <SelectField
          label={t('urgency')}
          required
          options={urgencies().map(({ id, words }) => ({ value: id, label: said(words) }))}
          value={draft.urgency}
          onChange={set('urgency')}
        />
        <Show when={urgency()?.mostDays}>
          {(most) => (
            <TextField
              label={t('days', { most: most() })}
              required
              inputMode="numeric"
              value={draft.days}
              onChange={set('days')}
              error={problem('days')}
            />
          )}
        </Show>
        <Show when={urgency()?.asksReason}>
          <TextField
            class="col-span-full"
            label={t('urgencyReason')}
            required
            value={draft.urgencyReason}
            onChange={set('urgencyReason')}
            error={problem('urgencyReason')}
          />
        </Show>
        <TextArea
          class="col-span-full"
          label={t('questions')}
          required
          rows={2}
          value={draft.questions}
          onChange={set('questions')}
          error={problem('questions')}
        />
        <TextArea
          class="col-span-full"
          label={t('facts')}
          required
          rows={2}
          value={draft.facts}
          onChange={set('facts')}
          error={problem('facts')}
        />
        <Show when={elsewhere().length > 0}>
          <div class="col-span-full">
            <Notice tone="warn" title={t('companyElsewhere')}>
              <p>{t('companyElsewhereText', { papers: elsewhere().map(wordsOf).join('、') })}</p>
              <p class="text-muted text-xs">{t('companyElsewhereBasis')}</p>
            </Notice>
          </div>
        </Show>
        <For each={papers()}>
          {(paper) => (
            <TextField
              label={t('paperNumber', { paper: wordsOf(paper) })}
              required
              value={draft.papers[paper] ?? ''}
              onChange={(value) => setDraft('papers', { ...draft.papers, [paper]: value })}
              error={problem(paper)}
            />
          )}
        </For>
        <TextField
          label={t('number')}
          hint={t('askHint')}
          required
          value={draft.number}
          onChange={set('number')}
          error={problem('number')}
        />
        <TextField
          label={t('legalBasis')}
          required
          value={draft.legalBasis}
          onChange={set('legalBasis')}
          error={problem('legalBasis')}
        />
        <TextField
          label={t('replyForm')}
          required
          value={draft.replyForm}
          onChange={set('replyForm')}
          error={problem('replyForm')}
        />
        <TextField
          label={t('contact')}
          required
          value={draft.contact}
          onChange={set('contact')}
          error={problem('contact')}
        />
        <details class="col-span-full text-muted text-sm">
          <summary class="cursor-default">{t('bans')}</summary>
          <ul class="mt-1 list-disc pl-5">
            <For each={options.data?.bans ?? []}>{(ban) => <li>{said(ban.words)}</li>}</For>
          </ul>
        </details>
        <div class="col-span-full empty:hidden">
          <RefusalNotice error={asking.error()} />
        </div>
      </div>
    </Dialog>
  )
}

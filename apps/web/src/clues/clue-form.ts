import { createSignal } from 'solid-js'
import { createStore, type SetStoreFunction, unwrap } from 'solid-js/store'
import type { ClueRecord } from '../app/api-types.ts'
import { createSubmission } from '../app/submission.ts'
import { type ClueDraft, emptyDraft, type Problem, problemsOf, recordOf } from './clue-draft.ts'

export type Recorded = { readonly clueId: string; readonly number: string }

/** The form that records a clue: problems appear field by field once left, all at once when saving is tried. */
export function createClueForm(options: {
  region: string
  today: string
  /** A clue that is there already; a new one otherwise. */
  initial?: ClueDraft
  record: (clue: ClueRecord & { submissionId: string }) => Promise<Recorded>
}) {
  const [draft, setDraft] = createStore<ClueDraft>(options.initial ?? emptyDraft(options.region))
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set())
  const [tried, setTried] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  const [done, setDone] = createSignal(false)
  const submission = createSubmission()
  const pristine = JSON.stringify(options.initial ?? emptyDraft(options.region))

  const problems = () => problemsOf(draft, options.today)
  const shown = (field: string) => tried() || left().has(field)

  return {
    draft,
    set: setDraft as SetStoreFunction<ClueDraft>,
    busy,
    failure,
    tried,
    /** Shows every problem at once. */
    try: () => setTried(true),
    problems,
    /** The problem of a field the officer has been to. */
    problemAt: (field: string): Problem | undefined => (shown(field) ? problems().get(field) : undefined),
    leave: (field: string) => setLeft((fields) => new Set([...fields, field])),
    isSaved: done,
    isDirty: () => !done() && JSON.stringify(draft) !== pristine,
    addGoods: () => setDraft('goods', (goods) => [...goods, { what: '', note: '', quantity: '', unit: '' }]),
    removeGoods: (at: number) => setDraft('goods', (goods) => goods.filter((_, i) => i !== at)),
    addIdentifier: () => setDraft('identifiers', (all) => [...all, { kind: 'uscc' as const, value: '' }]),
    removeIdentifier: (at: number) => setDraft('identifiers', (all) => all.filter((_, i) => i !== at)),
    async save(): Promise<Recorded | undefined> {
      setTried(true)
      if (busy() || problems().size > 0) return undefined
      setBusy(true)
      setFailure(undefined)
      try {
        const record = recordOf(unwrap(draft))
        const recorded = await submission.send((submissionId) => options.record({ ...record, submissionId }))
        setDone(true)
        return recorded
      } catch (error) {
        setFailure(error)
        return undefined
      } finally {
        setBusy(false)
      }
    },
  }
}

export type ClueForm = ReturnType<typeof createClueForm>

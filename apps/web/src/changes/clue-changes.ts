import type { Change, Clue, ClueRecord } from '../app/api-types.ts'
import type { ClueDraft } from '../clues/clue-draft.ts'

/** What may be corrected of a clue, in the order of its page. */
const fields = [
  'title',
  'content',
  'kind',
  'source',
  'reportedOn',
  'region',
  'place',
  'goods',
  'methods',
  'identifiers',
] as const

/** A clue as the form takes it. What is withheld from the officer has a dash that is never sent. */
export const draftOf = (clue: Clue): ClueDraft => ({
  title: clue.title,
  content: clue.content ?? '—',
  kind: clue.kind,
  source: clue.source,
  reportedOn: clue.reportedOn,
  label: clue.label,
  handlingCode: clue.handlingCode,
  region: clue.region,
  place: clue.place,
  goods: (clue.goods ?? []).map(({ what, note, quantity, unit }) => ({
    what,
    note,
    quantity: quantity === undefined ? '' : String(quantity),
    unit: unit ?? '',
  })),
  methods: [...clue.methods],
  identifiers: (clue.identifiers ?? []).map(({ kind, value }) => ({ kind, value })),
})

/** What the form says otherwise than the clue does, field by field. */
export const changesOf = (before: ClueRecord, after: ClueRecord, withheld: readonly string[]): Change[] =>
  fields
    .filter((field) => !withheld.includes(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, value: after[field] }) as Change)

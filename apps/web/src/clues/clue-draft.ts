import { formOf } from '@lianban/kernel'
import type {
  ClueKind,
  ClueRecord,
  ClueSource,
  Goods,
  HandlingCode,
  IdentifierKind,
  Label,
  Method,
} from '../app/api-types.ts'
import { isPartialDate } from '../app/format.ts'
import { isRightIdentifier } from './identifier-check.ts'

type GoodsDraft = { what: Goods['what'] | ''; note: string; quantity: string; unit: string }
type IdentifierDraft = { kind: IdentifierKind; value: string }

/** A clue being written: the empty string is what is not filled in yet. */
export type ClueDraft = {
  title: string
  content: string
  kind: ClueKind
  source: ClueSource
  reportedOn: string
  label: Label | ''
  handlingCode: HandlingCode | ''
  region: string
  place: string
  goods: GoodsDraft[]
  methods: Method[]
  identifiers: IdentifierDraft[]
}

export type Problem = 'required' | 'choose' | 'too-long' | 'date' | 'future' | 'quantity' | IdentifierKind

/** Label and handling code start empty: protecting a clue is a decision, not a default. */
export const emptyDraft = (region: string): ClueDraft => ({
  title: '',
  content: '',
  kind: 'report',
  source: 'public_report',
  reportedOn: '',
  label: '',
  handlingCode: '',
  region,
  place: '',
  goods: [],
  methods: [],
  identifiers: [],
})

const limits = { title: 120, content: 8000, place: 200 } as const

/** What stands in the way of saving, by the path of the field. */
export function problemsOf(draft: ClueDraft, today: string): ReadonlyMap<string, Problem> {
  const problems = new Map<string, Problem>()
  for (const [field, limit] of Object.entries(limits)) {
    const text = draft[field as keyof typeof limits].trim()
    if (!text) problems.set(field, 'required')
    else if (text.length > limit) problems.set(field, 'too-long')
  }
  if (!draft.reportedOn.trim()) problems.set('reportedOn', 'required')
  else if (!isPartialDate(draft.reportedOn.trim())) problems.set('reportedOn', 'date')
  else if (draft.reportedOn.trim() > today.slice(0, draft.reportedOn.trim().length))
    problems.set('reportedOn', 'future')
  for (const field of ['label', 'handlingCode', 'region'] as const) if (!draft[field]) problems.set(field, 'choose')
  draft.goods.forEach((goods, i) => {
    if (!goods.what) problems.set(`goods.${i}.what`, 'choose')
    if (goods.note.length > 200) problems.set(`goods.${i}.note`, 'too-long')
    if (goods.unit.trim().length > 10) problems.set(`goods.${i}.unit`, 'too-long')
    if (goods.quantity.trim() && !(amountOf(goods.quantity) > 0)) problems.set(`goods.${i}.quantity`, 'quantity')
  })
  draft.identifiers.forEach((identifier, i) => {
    const value = identifier.value.trim()
    if (!value) problems.set(`identifiers.${i}.value`, 'required')
    else if (!isRightIdentifier(identifier.kind, value)) problems.set(`identifiers.${i}.value`, identifier.kind)
  })
  return problems
}

/** The clue as the hub takes it; only for a draft without problems. */
export const recordOf = (draft: ClueDraft): ClueRecord => ({
  ...draft,
  title: draft.title.trim(),
  content: draft.content.trim(),
  place: draft.place.trim(),
  reportedOn: draft.reportedOn.trim(),
  label: draft.label as Label,
  handlingCode: draft.handlingCode as HandlingCode,
  goods: draft.goods.map(goodsOf),
  identifiers: draft.identifiers.map(({ kind, value }) => ({ kind, value: formOf(kind, value) })),
})

function goodsOf(draft: GoodsDraft): Goods {
  const quantity = draft.quantity.trim() ? { quantity: amountOf(draft.quantity) } : {}
  const unit = draft.unit.trim() ? { unit: draft.unit.trim() } : {}
  return { what: draft.what as Goods['what'], note: draft.note.trim(), ...quantity, ...unit }
}

// 34,700 and ３４７００ are how people write it.
const amountOf = (text: string): number => Number(text.normalize('NFKC').replace(/[,\s]/g, ''))

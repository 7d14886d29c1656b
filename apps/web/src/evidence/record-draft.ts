import type { EvidenceAmendment, EvidenceItem, EvidenceRecord } from '../app/api-types.ts'
import { instantOf, type Moment, momentOf } from './moment.ts'

export type Answer = boolean | number | string
/** What is being typed about an item; an answer that is not there has not been given. */
export type RecordDraft = {
  proceeding: EvidenceRecord['proceeding'] | ''
  kind: EvidenceRecord['kind'] | ''
  name: string
  description: string
  origin: EvidenceRecord['origin']
  parentId: string
  instrument: string
  instrumentNumber: string
  from: Moment
  until: Moment
  place: string
  source: string
  collectors: string
  quantity: string
  answers: Record<string, Answer>
  keptAt: string
}

const nowhen: Moment = { day: '', time: '' }
export const blankRecord = (): RecordDraft => ({
  proceeding: '',
  kind: '',
  name: '',
  description: '',
  origin: 'original',
  parentId: '',
  instrument: '',
  instrumentNumber: '',
  from: nowhen,
  until: nowhen,
  place: '',
  source: '',
  collectors: '',
  quantity: '',
  answers: {},
  keptAt: '',
})

/** An item as it was written, to be put right. */
export const draftOf = (item: EvidenceItem): RecordDraft => ({
  ...blankRecord(),
  proceeding: item.proceeding,
  kind: item.kind,
  name: item.name,
  description: item.description,
  origin: item.origin,
  parentId: item.parentId ?? '',
  instrument: item.instrument?.id ?? '',
  instrumentNumber: item.instrument?.number ?? '',
  from: momentOf(item.collectedFrom),
  until: momentOf(item.collectedUntil),
  place: item.place,
  source: item.source,
  collectors: item.collectors.join('、'),
  quantity: item.quantity ? quantityText(item.quantity) : '',
  answers: { ...item.facts },
  keptAt: item.holder.name,
})

const unitOf: Record<string, readonly [unit: string, per: number]> = {
  sticks: ['支', 1],
  mass: ['克', 1],
  volume: ['毫升', 1],
  pieces: ['个', 1],
  times: ['次', 1],
}

/** A count in its smallest unit, in the form in which it can be typed again. */
export function quantityText({
  dimension,
  amount,
}: {
  readonly dimension: string | null
  readonly amount: number
}): string {
  const [unit, per] = unitOf[dimension ?? ''] ?? ['', 1]
  if (dimension === 'sticks' && amount >= 200 && amount % 200 === 0) return `${amount / 200} 条`
  if (dimension === 'mass' && amount >= 1000) return `${amount / 1000} 公斤`
  return `${amount / per} ${unit}`
}

/** Names as people separate them. */
export const namesIn = (text: string): string[] =>
  text
    .split(/[、，,;；\s]+/)
    .map((name) => name.trim())
    .filter(Boolean)

export type RecordProblem = 'required' | 'time'
export type RecordField =
  | 'proceeding'
  | 'kind'
  | 'name'
  | 'from'
  | 'until'
  | 'collectors'
  | 'keptAt'
  | 'instrumentNumber'
  | 'parentId'

/** What keeps an item from being sent. What the law asks beyond that is the checklist's, and no obstacle. */
export function recordProblems(draft: RecordDraft): Partial<Record<RecordField, RecordProblem>> {
  const found: Partial<Record<RecordField, RecordProblem>> = {}
  for (const field of ['proceeding', 'kind', 'name', 'keptAt'] as const)
    if (draft[field].trim() === '') found[field] = 'required'
  for (const field of ['from', 'until'] as const) if (!instantOf(draft[field])) found[field] = 'time'
  if (namesIn(draft.collectors).length === 0) found.collectors = 'required'
  if (draft.instrument && draft.instrumentNumber.trim() === '') found.instrumentNumber = 'required'
  if (draft.origin !== 'original' && draft.parentId === '') found.parentId = 'required'
  return found
}

type Asked = readonly { readonly id: string }[]

/** The draft in the form in which it is sent; answers that the kind does not ask stay behind. */
export function sentRecord(draft: RecordDraft, asks: Asked): Omit<EvidenceRecord, 'caseId'> {
  return {
    ...sentAmendment(draft, asks),
    kind: draft.kind as EvidenceRecord['kind'],
    proceeding: draft.proceeding as EvidenceRecord['proceeding'],
    ...(draft.instrument && { instrument: draft.instrument }),
    keptAt: draft.keptAt.trim(),
  }
}

export function sentAmendment(
  draft: RecordDraft,
  asks: Asked,
): Omit<EvidenceAmendment, 'evidenceId' | 'expectedVersion' | 'reason'> {
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    origin: draft.origin,
    ...(draft.origin !== 'original' && { parentId: draft.parentId }),
    instrumentNumber: draft.instrumentNumber.trim(),
    collectedFrom: instantOf(draft.from) ?? '',
    collectedUntil: instantOf(draft.until) ?? '',
    place: draft.place.trim(),
    source: draft.source.trim(),
    collectors: namesIn(draft.collectors),
    quantity: draft.quantity.trim(),
    facts: asks.flatMap(({ id }) => {
      const value = draft.answers[id]
      return value === undefined ? [] : [{ fact: id, value }]
    }),
  }
}

import { isPartialDate } from '../app/format.ts'

/** What a handler fills in to open a case. */
export type CaseDraft = {
  number: string
  name: string
  charge: string
  summary: string
  label: Label
  handlingCode: HandlingCode
  region: string
  openedOn: string
}

const labels = ['public', 'internal', 'sensitive', 'core_sensitive'] as const
type Label = (typeof labels)[number]
const handlingCodes = ['unrestricted', 'not_in_proceedings', 'no_onward', 'no_open_action'] as const
type HandlingCode = (typeof handlingCodes)[number]

export type ClueForCase = {
  readonly title: string
  readonly region: string
  readonly label: Label
  readonly handlingCode: HandlingCode
}

export type DraftProblem = 'required' | 'tooLong' | 'region' | 'date' | 'labelTooLow'

const limits = { number: 64, name: 200, charge: 200, summary: 20_000 } as const

export const blankCase = (today: string, region = ''): CaseDraft => ({
  number: '',
  name: '',
  charge: '',
  summary: '',
  label: 'internal',
  handlingCode: 'unrestricted',
  region,
  openedOn: today,
})

/** What the clues say of the fields nobody has touched yet; a case is never less protected than the clues it grows from. */
export function prefillFrom(
  clues: readonly ClueForCase[],
  touched: ReadonlySet<keyof CaseDraft> = new Set(),
): Partial<CaseDraft> {
  const [first] = clues
  if (!first) return {}
  const told: Partial<CaseDraft> = {
    name: first.title,
    region: first.region,
    label: strictestLabel(['internal', ...clues.map((clue) => clue.label)]),
    handlingCode: clues.find((clue) => clue.handlingCode !== 'unrestricted')?.handlingCode ?? 'unrestricted',
  }
  for (const field of touched) delete told[field]
  return told
}

export function draftProblems(
  draft: CaseDraft,
  clues: readonly ClueForCase[] = [],
): Partial<Record<keyof CaseDraft, DraftProblem>> {
  const found: Partial<Record<keyof CaseDraft, DraftProblem>> = {}
  for (const field of ['number', 'name', 'charge', 'summary'] as const) {
    if (draft[field].trim() === '') found[field] = 'required'
    else if (draft[field].length > limits[field]) found[field] = 'tooLong'
  }
  if (!/^\d{6}$/.test(draft.region)) found.region = 'region'
  if (!isPartialDate(draft.openedOn)) found.openedOn = 'date'
  const floor = strictestLabel(clues.map((clue) => clue.label))
  if (labels.indexOf(draft.label) < labels.indexOf(floor)) found.label = 'labelTooLow'
  return found
}

function strictestLabel(given: readonly Label[]): Label {
  return labels[Math.max(0, ...given.map((label) => labels.indexOf(label)))] ?? 'public'
}

import { isPartialDate } from '../app/format.ts'
import type { Measure } from './figure-groups.ts'

export type FigureDraft = {
  measure: Measure
  what: string
  amount: string
  unit: string
  isApproximate: boolean
  asWritten: string
  source: string
}

export type EntryProblem = 'required' | 'number' | 'date'

export const blankFigure: FigureDraft = {
  measure: 'marked_value',
  what: '',
  amount: '',
  unit: '元',
  isApproximate: false,
  asWritten: '',
  source: '',
}

export function figureProblems(draft: FigureDraft): Partial<Record<keyof FigureDraft, EntryProblem>> {
  const found: Partial<Record<keyof FigureDraft, EntryProblem>> = {}
  for (const field of ['what', 'unit', 'asWritten', 'source'] as const)
    if (draft[field].trim() === '') found[field] = 'required'
  if (amountOf(draft) === undefined) found.amount = 'number'
  return found
}

/** Group separators are accepted, words are not: 万 belongs in the wording, the amount is a plain number. */
export function amountOf(draft: Pick<FigureDraft, 'amount'>): number | undefined {
  const text = draft.amount.replace(/[,，\s]/g, '')
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

type EventKind = 'opened' | 'strike_wave' | 'judgment' | 'test' | 'meeting' | 'other'
export type EventDraft = {
  kind: EventKind
  happenedOn: string
  what: string
  source: string
}

export const blankEvent: EventDraft = { kind: 'meeting', happenedOn: '', what: '', source: '' }

export function eventProblems(draft: EventDraft): Partial<Record<keyof EventDraft, EntryProblem>> {
  const found: Partial<Record<keyof EventDraft, EntryProblem>> = {}
  for (const field of ['what', 'source'] as const) if (draft[field].trim() === '') found[field] = 'required'
  if (!isPartialDate(draft.happenedOn)) found.happenedOn = 'date'
  return found
}

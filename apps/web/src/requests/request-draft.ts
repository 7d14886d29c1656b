import type { Level } from '../app/api-types.ts'

export type RequestDraft = { purpose: string; legalBasis: string; reason: string; level: Level; until: string }

const dayMs = 24 * 3600_000

/** A day in Beijing, some days from now: 2026-03-02. */
export const dayFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + days * dayMs + 8 * 3600_000).toISOString().slice(0, 10)

/** The last second of a day in Beijing. */
export const endOfDay = (day: string): string => `${day}T15:59:59.000Z`

export const emptyRequest = (now: Date): RequestDraft => ({
  purpose: '',
  legalBasis: '',
  reason: '',
  level: 'view',
  until: dayFrom(now, 30),
})

/** Everything is filled in, and the end is not over yet. */
export const isComplete = (draft: RequestDraft, now: Date): boolean =>
  [draft.purpose, draft.legalBasis, draft.reason].every((text) => text.trim() !== '') &&
  /^\d{4}-\d{2}-\d{2}$/.test(draft.until) &&
  new Date(endOfDay(draft.until)) > now

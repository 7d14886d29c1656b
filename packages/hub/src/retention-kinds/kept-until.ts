import type { RetentionKind } from './retention-kind.ts'

/** So many months later, in China, on the same day or the last of a shorter month. */
function monthsLater(at: Date, months: number): Date {
  const china = new Date(at.getTime() + 8 * 3600_000)
  const later = new Date(china)
  later.setUTCMonth(china.getUTCMonth() + months, 1)
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate()
  later.setUTCDate(Math.min(china.getUTCDate(), last))
  return new Date(later.getTime() - 8 * 3600_000)
}

/** Until when an entry has to be kept; `open` as long as its case is not closed. */
export const keptUntil = (kind: RetentionKind, at: Date, isCaseOpen: boolean): Date | 'open' =>
  kind.whileCaseOpen && isCaseOpen ? 'open' : monthsLater(at, kind.months)

/** The instant before which entries of a kind no longer have to be kept for their age. */
export const dueBefore = (kind: RetentionKind, now: Date): Date => monthsLater(now, -kind.months)

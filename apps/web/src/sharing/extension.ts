import { formatLastDay } from '../app/format.ts'
import { endOf } from './share-draft.ts'

/** What is wrong with a new last day: it must be later than the present end and within what carries the grant. */
export function extensionProblem(
  day: string,
  expiresAt: string,
  latest: string,
): 'required' | 'notLater' | 'tooLate' | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return 'required'
  if (day > formatLastDay(latest)) return 'tooLate'
  return new Date(endOf(day, latest)) > new Date(expiresAt) ? undefined : 'notLater'
}

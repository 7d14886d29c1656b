import type { StatutoryClock } from '../app/api-types.ts'
import { isCounting } from './clock-tone.ts'
import { remaining } from './remaining.ts'
import { t } from './texts.ts'

/** How long is left, or why nothing can be said of it. */
export function remainingWords(clock: Pick<StatutoryClock, 'state' | 'dueAt' | 'missingYear'>, nowMs: number): string {
  if (clock.missingYear !== null && clock.state === 'unreckoned') return t('noCalendar', { year: clock.missingYear })
  if (clock.state === 'paused') return t('pausedNow')
  if (!clock.dueAt || !isCounting(clock.state)) return ''
  const { text, fill } = remaining(clock.dueAt, nowMs)
  return t(text, fill)
}

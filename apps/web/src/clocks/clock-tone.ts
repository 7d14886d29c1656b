import type { Tone } from '@lianban/ui'
import type { StatutoryClock } from '../app/api-types.ts'

type State = StatutoryClock['state']

/** The colour says again what the word says, and nothing more. */
export const clockTone: Record<State, Tone> = {
  running: 'neutral',
  warned: 'warn',
  overdue: 'danger',
  escalated: 'danger',
  paused: 'neutral',
  unreckoned: 'warn',
  met: 'ok',
  late: 'danger',
  withdrawn: 'neutral',
}

/** While a clock counts, the remaining time is worth saying. */
export const isCounting = (state: State): boolean => ['running', 'warned', 'overdue', 'escalated'].includes(state)

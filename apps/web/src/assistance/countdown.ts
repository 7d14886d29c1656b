import type { Tone } from '@lianban/ui'
import { t } from './texts.ts'

type Timed = { readonly dueAt: string | null; readonly isPaused: boolean; readonly state: string }
type Countdown = { readonly text: string; readonly isOver: boolean; readonly tone: Tone }

const two = (n: number): string => String(n).padStart(2, '0')
const hour = 3_600_000

/** How long is left, to the second below a day: 01:59:07; past the end it counts up. Nothing where no clock runs. */
export function countdown({ dueAt, isPaused, state }: Timed, now: number): Countdown | null {
  if (!dueAt || isPaused || !['sent', 'open'].includes(state)) return null
  const ms = new Date(dueAt).getTime() - now
  const isOver = ms < 0
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const [days, rest] = [Math.floor(seconds / 86_400), seconds % 86_400]
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`
  const tone = isOver ? 'danger' : ms < hour ? 'warn' : 'neutral'
  return { text: days > 0 ? t('daysLeft', { days, clock: clock.slice(0, 5) }) : clock, isOver, tone }
}

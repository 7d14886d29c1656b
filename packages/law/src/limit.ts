import type { Sentence } from '@lianban/kernel'
import { z } from 'zod'

export const limitUnits = ['hours', 'days', 'working days', 'months', 'years'] as const
export type LimitUnit = (typeof limitUnits)[number]

/** How long somebody has: `24 hours`, `3 days`, `7 working days`, `2 months`. */
export type Limit = { readonly amount: number; readonly unit: LimitUnit }

const written = new RegExp(`^([1-9]\\d{0,3}) (${limitUnits.join('|')})$`)

export const Limit = z
  .string()
  .regex(written, 'a limit has a number and a unit: 24 hours, 3 days, 7 working days, 2 months or 2 years')
  .transform((text): Limit => {
    const [, amount, unit] = written.exec(text)!
    return { amount: Number(amount), unit: unit as LimitUnit }
  })

/** What a limit is counted in: hours on the clock, days of the calendar, or working days. They are never added up. */
export type Reckoning = 'hours' | 'calendar' | 'working'

export const reckoningOf = ({ unit }: Limit): Reckoning =>
  unit === 'hours' ? 'hours' : unit === 'working days' ? 'working' : 'calendar'

const unitsZh: Record<LimitUnit, string> = {
  hours: '小时',
  days: '日',
  'working days': '个工作日',
  months: '个月',
  years: '年',
}

export const limitWords = ({ amount, unit }: Limit): Sentence => ({
  zh: `${amount}${unitsZh[unit]}`,
  en: `${amount} ${amount === 1 ? unit.replace(/s$/, '') : unit}`,
})

import { digestOf } from '@lianban/kernel/digest'
import type { DeadlineRule } from './deadline-rule.ts'
import type { Law } from './load-law.ts'

/** What a target was worked out by: the rule as it stood, when it alarms, and the years of the calendar that were known. */
export function ruleDigest({ calendar, deadlines }: Pick<Law, 'calendar' | 'deadlines'>, rule: DeadlineRule): string {
  const { file: _file, line: _line, ...said } = rule
  return digestOf({ rule: said, alarms: deadlines.alarms, calendar: calendar.digest })
}

import type { LinedYaml } from '@lianban/lined-yaml'
import { z } from 'zod'
import { type Calendar, type CalendarYear, makeCalendar } from './calendar.ts'
import { Day, daysAfter, yearOf } from './day.ts'
import { statutoryYears } from './statutory-years.ts'

const name = z.string().min(1)

const CalendarFile = z.array(
  z.strictObject({
    year: z.int().min(2004).max(2100),
    notice: z.string().min(1),
    holidays: z.array(z.strictObject({ name, from: Day, until: Day })).min(1),
    workdays: z.array(z.strictObject({ name, day: Day })),
  }),
)

/** The library's years and those of the file. A year that both have is refused: one of them would be wrong unseen. */
export function readCalendar(yaml: LinedYaml): Calendar | undefined {
  const added = yaml.checked(yaml.root, 'the calendar', CalendarFile)
  if (!added) return undefined
  const years: CalendarYear[] = [...statutoryYears]
  for (const { year, holidays, workdays } of added) {
    if (years.some((known) => known.year === year)) yaml.refuse(yaml.root, `${year} is known already`)
    const days = { holidays: new Map<Day, string>(), workdays: new Map<Day, string>() }
    for (const { name, from, until } of holidays) {
      if (until < from) yaml.refuse(yaml.root, `${name} of ${year} ends before it begins`)
      for (let day = from; day <= until; day = daysAfter(day, 1)) days.holidays.set(day, name)
    }
    for (const { name, day } of workdays) days.workdays.set(day, name)
    const stray = [...days.holidays.keys(), ...days.workdays.keys()].find((day) => yearOf(day) !== year)
    if (stray) yaml.refuse(yaml.root, `${stray} is no day of ${year}`)
    const both = [...days.workdays.keys()].find((day) => days.holidays.has(day))
    if (both) yaml.refuse(yaml.root, `${both} is called both a holiday and a workday`)
    years.push({ year, ...days })
  }
  return yaml.problems.length > 0 ? undefined : makeCalendar(years)
}

import type { Sentence } from '@lianban/kernel'
import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import type { Calendar } from './calendar.ts'
import { Words } from './citation.ts'
import { type Day, dayInChina, weekdayOf, yearOf } from './day.ts'

const Code = z.string().regex(/^[a-z_0-9]+$/)
const Role = z.string().regex(/^[a-z_]+$/)
const Hour = z.int().min(0).max(23)
/** A field of the row that was acted on, which names an agency. */
const AgencyField = z.string().regex(/^agencyId$|AgencyId$/)

const Kind = z.strictObject({
  words: Words,
  /** All that may be read outside the hub; it names no record, no person and no agency. */
  outside: Words,
  isUrgent: z.boolean().default(false),
  /** Nobody can leave it off. */
  isFixed: z.boolean().default(false),
  anyHour: z.boolean().default(false),
})

const Act = z.strictObject({
  act: z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/),
  /** Every field named here has one of these values. */
  when: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  to: z.array(AgencyField).min(1),
  roles: z.array(Role).min(1),
  kind: Code,
  words: Words,
  /** Where it goes when nobody who was told has read it for so many minutes of duty. */
  climbs: z.array(z.strictObject({ afterMinutes: z.int().min(1), roles: z.array(Role).min(1) })).default([]),
})

const Hours = z.strictObject({
  from: Hour,
  until: z.int().min(1).max(24),
  days: z.enum(['working', 'every']).default('working'),
})

const NoticesFile = z.strictObject({
  /** The usual hours of duty, and those of agencies that keep others, by their short names. */
  dutyHours: z.strictObject({ usual: Hours, agencies: z.record(z.string().regex(/^[a-z0-9-]+$/), Hours).default({}) }),
  digestAt: Hour,
  /** How long to wait before an endpoint that did not answer is tried again; after the last it is given up. */
  retryMinutes: z.array(z.int().min(1)).min(1),
  kinds: z.record(Code, Kind),
  acts: z.array(Act),
})
export type NoticeRules = z.infer<typeof NoticesFile>

/** Reads who is told of what; kinds that nobody has put into words are noted. */
export function readNotices(yaml: LinedYaml): NoticeRules | undefined {
  const file = yaml.checked(yaml.root, 'the notices', NoticesFile)
  if (!file) return undefined
  const acts = yaml.mapping(yaml.root, 'the notices')!.get('acts')!
  const known = Object.keys(file.kinds)
  for (const { kind } of file.acts)
    if (!known.includes(kind)) yaml.refuse(acts.line, unknownName('kind of notice', kind, known))
  return file
}

type NoticeTold = {
  readonly agencyId: string
  readonly roles: readonly string[]
  readonly kind: string
  readonly words: Sentence
  readonly climbs: readonly Climb[]
}
type Climb = { readonly afterMinutes: number; readonly roles: readonly string[] }

/** Whom an act tells, by the row that it was about: each agency once, in the order of their ids, never the acting one. */
export function noticesOf(
  { acts }: NoticeRules,
  done: { readonly act: string; readonly row: Readonly<Record<string, unknown>>; readonly by: string | null },
): NoticeTold[] {
  const rule = acts.find(
    ({ act, when }) =>
      act === done.act && Object.entries(when).every(([field, values]) => values.includes(String(done.row[field]))),
  )
  if (!rule) return []
  const told = rule.to.map((field) => done.row[field]).filter((id) => typeof id === 'string' && id !== done.by)
  return [...new Set(told as string[])]
    .toSorted()
    .map((agencyId) => ({ agencyId, roles: rule.roles, kind: rule.kind, words: rule.words, climbs: rule.climbs }))
}

/** No limit hangs on it, so a year that nobody has announced yet is taken for plain weeks. */
const isDutyDay = (calendar: Calendar, day: Day): boolean =>
  calendar.years.includes(yearOf(day)) ? calendar.isWorkday(day) : ![0, 6].includes(weekdayOf(day))

const hourInChina = (at: Date): number => (at.getUTCHours() + 8) % 24
const hour = 3600_000

type OnDuty = { readonly notices: NoticeRules; readonly calendar: Calendar }
type About = { readonly kind: string; readonly agency: string }

export const dutyHoursOf = ({ dutyHours }: NoticeRules, agency: string): z.infer<typeof Hours> =>
  Object.hasOwn(dutyHours.agencies, agency) ? dutyHours.agencies[agency]! : dutyHours.usual

/** What is of a kind that cannot wait finds somebody at any hour. */
function isOnDuty({ notices, calendar }: OnDuty, { kind, agency }: About, at: Date): boolean {
  if (notices.kinds[kind]?.anyHour) return true
  const { from, until, days } = dutyHoursOf(notices, agency)
  const isDay = days === 'every' || isDutyDay(calendar, dayInChina(at))
  return isDay && hourInChina(at) >= from && hourInChina(at) < until
}

const nextHour = (at: Date): Date => new Date(Math.floor(at.getTime() / hour) * hour + hour)
/** Holidays are eight days at the most. */
const hoursAhead = 24 * 30

/** When a notice may leave the hub: at once, or when the next hours of duty of the agency begin. */
export function leavesAt(law: OnDuty, about: About, now: Date): Date {
  let at = now
  for (let tries = 0; tries < hoursAhead && !isOnDuty(law, about, at); tries++) at = nextHour(at)
  return at
}

/** When so many minutes of duty have passed since: at the desk, not through the night. */
export function afterDuty(law: OnDuty, about: About, { told, minutes }: { told: Date; minutes: number }): Date {
  let [at, left] = [told, minutes * 60_000]
  for (let tries = 0; tries < hoursAhead; tries++) {
    const next = nextHour(at)
    const here = isOnDuty(law, about, at) ? next.getTime() - at.getTime() : 0
    if (here > left) break
    left -= here
    at = next
  }
  return new Date(at.getTime() + left)
}

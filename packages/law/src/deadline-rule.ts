import { z } from 'zod'
import { Citation, Status, Words } from './citation.ts'
import { Day } from './day.ts'
import { Limit } from './limit.ts'

const RuleId = z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'capitals and digits joined by hyphens, such as TR-01')
export const EventCode = z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/, 'an event such as transfer.sent')
/** GB/T 2260: six digits, of which trailing pairs of zeros stand for everything below. */
export const Region = z.string().regex(/^[1-9]\d{5}$/, 'a region of six digits, in quotation marks')

const liableRoles = ['agency', 'agency_head', 'police', 'procuratorate', 'party'] as const
export type LiableRole = (typeof liableRoles)[number]

const Extension = z
  .strictObject({
    on: EventCode,
    add: Limit.optional(),
    to: Limit.optional(),
    of: z.array(z.string()).min(1).optional(),
    when: Words,
  })
  .refine(({ add, to }) => Boolean(add) !== Boolean(to), 'an extension either adds to the limit or leads to another')
export type Extension = z.infer<typeof Extension>

/** One deadline of the law: what starts it, what is owed, in what time, by whom, and where that is written. */
export const DeadlineRule = z.strictObject({
  id: RuleId,
  title: Words,
  opens: z.array(EventCode).min(1),
  closes: z.array(EventCode).min(1),
  limit: Limit,
  /** Whether the limit runs from the event, or back from a day that was set. */
  direction: z.enum(['after', 'before']).default('after'),
  startDay: z.enum(['counted', 'not_counted']).default('not_counted'),
  lastDay: z.enum(['stays', 'moves']).default('stays'),
  variants: z.record(z.string().regex(/^[a-z_]+$/), z.strictObject({ limit: Limit, when: Words })).default({}),
  extensions: z.array(Extension).default([]),
  pauses: z.array(z.strictObject({ from: EventCode, until: EventCode })).default([]),
  restarts: z.array(EventCode).default([]),
  atMost: z.int().positive().optional(),
  /** A region to which the deadline is confined, and others where its limit differs. */
  only: Region.optional(),
  regions: z
    .array(z.strictObject({ region: Region, limit: Limit, basis: z.array(Citation).min(1), status: Status }))
    .default([]),
  basis: z.array(Citation).min(1),
  status: Status,
  liable: z.enum(liableRoles),
  /** Who may demand it, where that is not the other side of the matter. */
  owedTo: z.enum(['procuratorate']).optional(),
  validFrom: Day.optional(),
  validUntil: Day.optional(),
  note: Words.optional(),
})
export type DeadlineRule = z.infer<typeof DeadlineRule> & { readonly file: string; readonly line: number }

const Alarm = z.strictObject({ warn: z.number().positive(), escalate: z.number().min(0) })

export const DeadlineFile = z.strictObject({
  alarms: z.strictObject({
    /** Limits of so few hours that the alarms of the others would come at once. */
    fewHours: Alarm.extend({ upTo: z.int().positive() }),
    hours: Alarm,
    days: Alarm,
    months: Alarm,
  }),
  byHandoff: z.array(z.string().regex(/^[a-z_]+(\.[a-z0-9_]+)?$/)),
  events: z.record(EventCode, Words),
  deadlines: z.array(z.unknown()).min(1),
})
export type Alarms = z.infer<typeof DeadlineFile>['alarms']

/** Whether a region is the other one or lies in it. */
export const liesIn = (region: string, wider: string): boolean => region.startsWith(wider.replace(/(00)+$/, ''))

/** The region's own row, the narrowest that fits. */
export const regionalRow = (rule: DeadlineRule, region: string | undefined) =>
  rule.regions
    .filter((row) => region !== undefined && liesIn(region, row.region))
    .toSorted((a, b) => b.region.replace(/(00)+$/, '').length - a.region.replace(/(00)+$/, '').length)[0]

import { z } from 'zod'
import { Citation, Status, Words } from './citation.ts'
import { EventCode, Region } from './deadline-rule.ts'
import { powerHolders, proceedings } from './powers.ts'

const Code = z.string().regex(/^[a-z_0-9]+$/)
const Holder = z.enum(powerHolders)

/** What can be named as the object of a request. */
export const targetKinds = [
  'person',
  'vehicle',
  'place',
  'parcel',
  'account',
  'company',
  'licence',
  'code',
  'goods',
  'document',
  'phone',
] as const
export type TargetKind = (typeof targetKinds)[number]

export const assistanceSides = ['sender', 'receiver', 'overseer'] as const
export const assistanceDeeds = ['send', 'receive', 'assign', 'act', 'reply', 'refuse', 'answer', 'oversee'] as const
export type AssistanceDeed = (typeof assistanceDeeds)[number]

/** What a state means to the rules and to the desks. */
export const assistanceStates = [
  'drafted',
  'dropped',
  'sent',
  'open',
  'refused',
  'contested',
  'replied',
  'closed',
] as const
export type AssistanceState = (typeof assistanceStates)[number]

/** What a move asks of the officer besides a note. */
export const assistanceAsks = ['missing', 'papers', 'officer', 'unit', 'items', 'amount', 'ground', 'note'] as const

/** What a move is to the clock of the request. */
const ticks = ['opens', 'closes', 'pauses', 'resumes', 'extends'] as const

const Urgency = z.strictObject({
  words: Words,
  /** The deadline of the table that it runs under, and the branch of it. */
  deadline: z.string(),
  variant: z.string().optional(),
  asksReason: z.boolean().default(false),
  /** Only between members of a fast lane that offers it. */
  inLanes: z.boolean().default(false),
  asksDays: z.strictObject({ most: z.int().min(2), event: EventCode }).optional(),
})

const Kind = z.strictObject({
  words: Words,
  /** Who may ask whom; whatever is not listed has no power to do it, or no business to ask. */
  between: z.array(z.strictObject({ from: z.array(Holder).min(1), to: z.array(Holder).min(1) })).min(1),
  /** The power that the act needs, so that the law of the receiver's region decides too. */
  power: z.string().optional(),
  proceedings: z.array(z.enum(proceedings)).min(1),
  /** At least one of these has to be named. */
  targets: z.array(z.enum(targetKinds)).min(1),
  papers: z.strictObject({ criminal: z.array(Code).optional(), administrative: z.array(Code).optional() }),
  /** Whether officers of the asking agency come along. */
  comes: z.boolean().default(false),
  because: Words.optional(),
  basis: z.array(Citation).min(1),
  status: Status,
})
export type AssistanceKind = z.infer<typeof Kind> & { readonly id: string }

const Lane = z.strictObject({
  words: Words,
  members: z.strictObject({ regions: z.array(Region).min(2), kinds: z.array(Holder).min(1) }),
  urgencies: z.array(Code).min(1),
  /** Who lets a request go in this lane: the leader, or the duty desk by itself. */
  approval: z.enum(['leader', 'desk']),
  contacts: z.array(z.strictObject({ region: Region, desk: Words, phone: z.string().min(1) })).default([]),
  basis: z.array(Citation).min(1),
  status: Status,
})
export type Lane = z.infer<typeof Lane> & { readonly id: string }

const Ground = z.strictObject({ words: Words, basis: z.array(Citation).min(1), status: Status })

const Move = z.strictObject({
  id: Code,
  words: Words,
  from: z.array(Code).min(1),
  to: Code,
  by: z.enum(assistanceSides),
  deed: z.enum(assistanceDeeds),
  asks: z.array(z.enum(assistanceAsks)).default([]),
  clock: z.enum(ticks).optional(),
  /** Open once for a request and never again. */
  once: z.boolean().default(false),
})
export type AssistanceMove = z.infer<typeof Move>

/** What the text of a letter may be filled in with. */
export const assistanceBlanks = [
  ...['kind', 'number', 'sent', 'date', 'facts', 'questions', 'targets', 'papers', 'urgency', 'reply_form'],
  ...[
    'contact',
    'legal_basis',
    'note',
    'missing',
    'ground',
    'count',
    'code',
    'digest',
    'sender',
    'receiver',
    'officer',
  ],
] as const

const Line = z
  .string()
  .min(1)
  .refine(
    (text) => [...text.matchAll(/\{([^}]*)\}/g)].every(([, name]) => assistanceBlanks.some((blank) => blank === name)),
    {
      error: `a blank is one of ${assistanceBlanks.join(', ')}`,
    },
  )

/** A letter that is made from a step: after which, and in which words. */
const StepLetter = z.strictObject({ id: Code, words: Words, after: z.array(Code).min(1), body: z.array(Line).min(1) })

const Ban = z.strictObject({ id: Code, words: Words, basis: z.array(Citation).min(1), status: Status })

export const AssistanceFile = z.strictObject({
  urgencies: z.record(Code, Urgency),
  papers: z.record(Code, Words),
  /** Asked on top of the papers of the kind. */
  also: z.strictObject({ companyElsewhere: Code, comesAlong: Code }),
  kinds: z.record(Code, Kind),
  lanes: z.record(Code, Lane),
  grounds: z.record(Code, Ground),
  bans: z.array(Ban).min(1),
  letters: z.array(StepLetter),
  starts: Code,
  states: z.record(Code, z.strictObject({ words: Words, as: z.enum(assistanceStates) })),
  moves: z.array(Move).min(1),
})
export type AssistanceFile = z.infer<typeof AssistanceFile>

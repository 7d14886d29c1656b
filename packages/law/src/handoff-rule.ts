import { z } from 'zod'
import { Citation, Words } from './citation.ts'
import { EventCode } from './deadline-rule.ts'
import { materialLists } from './materials.ts'
import { powerHolders } from './powers.ts'
import { trackNames } from './tracks.ts'

const Code = z.string().regex(/^[a-z_]+$/)

/** What a state of a handoff means to the records: who has the case, and who sees the package. */
export const custodies = [
  'prepared',
  'dispatched',
  'delivered',
  'signed_for',
  'accepted',
  'taken',
  'contested',
  'returned',
  'forwarded',
  'cancelled',
] as const
export type Custody = (typeof custodies)[number]

export const handoffSides = ['sender', 'receiver', 'overseer'] as const
export type HandoffSide = (typeof handoffSides)[number]

/** What a move asks of the officer besides the digest: coded reasons, another agency, or why in words. */
const asked = ['reasons', 'agency', 'note'] as const
export type Asked = (typeof asked)[number]

/** What the rules are asked for when a move is made; a move of a kind's own table is asked for by its side. */
export const handoffDeeds = [
  'dispatch',
  'deliver',
  'sign',
  'accept',
  'acceptInPart',
  'return',
  'forward',
  'cancel',
  'act',
  'answer',
  'oversee',
] as const
export type HandoffDeed = (typeof handoffDeeds)[number]

/** What each kind of receipt is called. */
export const rungs = [
  'dispatched',
  'delivered',
  'signed_for',
  'accepted',
  'accepted_in_part',
  'returned',
  'forwarded',
  'cancelled',
  'acted',
  'notified',
  'answered',
  'referred',
  'decided',
  'overseen',
  'concluded',
] as const
export type Rung = (typeof rungs)[number]

const LadderMove = z.strictObject({
  id: Code,
  words: Words,
  from: z.array(Code).min(1),
  to: Code,
  by: z.enum(handoffSides),
  rung: z.enum(rungs),
  deed: z.enum(handoffDeeds).optional(),
  asks: z.array(z.enum(asked)).default([]),
  papers: z.array(Code).default([]),
  /** How often the matter has to have come back before the move is open. */
  afterReturns: z.int().positive().optional(),
})

const Ladder = z.strictObject({
  starts: Code,
  states: z.record(Code, z.strictObject({ words: Words, as: z.enum(custodies) })),
  moves: z.array(LadderMove).min(1),
})
export type Ladder = z.infer<typeof Ladder>

/** How a kind goes on by a track of the law once it is accepted. */
const FollowedTrack = z.strictObject({
  name: z.enum(trackNames),
  /** Whether it is sent only once the steps that are taken by hand have led there. */
  asksSteps: z.boolean().default(false),
  enters: Code,
  /** From where on the ladder the track is gone. */
  entersFrom: z.array(Code).min(1).default(['accepted', 'accepted_in_part']),
  leavesOut: z.array(Code),
  replaces: z.array(Code),
  as: z.record(Code, z.enum(custodies)),
  notifiesFrom: z.array(Code),
  concludesFrom: z.array(Code),
  asksAgency: z.array(Code),
  /** Where it stands while a procuratorate that was invited to the case is told of it. */
  watched: z.array(Code).default([]),
  /** The move that nobody makes: it follows when a handoff of another kind takes the record back. */
  endsBy: Code.optional(),
  /** Where the record stands on the track, by where the handoff stands; what is not named stands under its own name. */
  standsFor: z.record(Code, Code),
})

/** What the letter of a kind may be filled in with. */
const letterBlanks = ['basis', 'purpose', 'note', 'count', 'digest'] as const
const LetterLine = z
  .string()
  .refine(
    (text) => [...text.matchAll(/\{([^}]*)\}/g)].every(([, name]) => letterBlanks.some((blank) => blank === name)),
    {
      error: `a blank is one of ${letterBlanks.join(', ')}`,
    },
  )

export const AgencyKind = z.enum([...powerHolders, 'company'])
const pieces = ['transfer_letter', 'case_record', 'figures', 'clue', 'dossier_section'] as const

const HandoffKind = z.strictObject({
  words: Words,
  letter: Words,
  /** What the letter says, where that is not the usual. */
  body: z.array(LetterLine).min(1).optional(),
  about: z.enum(['case', 'clue']),
  /** Whether the receiver leads the case from its acceptance, or has it back, or nothing but the package moves. */
  moves: z.enum(['lead', 'back', 'nothing']),
  /** What a rule has to allow on the record. */
  prepared: z.enum(['prepareHandoff', 'handBack', 'handOver', 'handOn', 'supervise', 'giveOpinion']),
  from: z.array(AgencyKind).min(1),
  to: z.array(AgencyKind).min(1),
  holds: z.array(z.enum(pieces)).min(1),
  list: z.enum(materialLists),
  decidedBy: z.enum(['superior', 'procuratorate']),
  returnsFor: z.enum(['any', 'refusing']).default('any'),
  /** Which side stands where a deadline says agency or police. */
  parties: z.strictObject({
    agency: z.enum(['sender', 'receiver']),
    police: z.enum(['sender', 'receiver']),
    /** The overseer whom one side asked, unless it sends or gets the package itself. */
    procuratorate: z.enum(['sender', 'receiver', 'overseer']).default('overseer'),
  }),
  events: z.record(Code, z.array(EventCode).min(1)),
  /** What the record itself is told: with a move, once the receiver has it, and once it is given back. */
  record: z
    .strictObject({
      moves: z.record(Code, z.array(EventCode).min(1)).default({}),
      taken: z.array(EventCode).default([]),
      givenBack: z.array(EventCode).default([]),
    })
    .prefault({}),
  /** What is told with a move as of when the receiver had the package: since it was accepted, else signed for, else sent. */
  since: z.record(Code, z.array(EventCode).min(1)).default({}),
  /** Kinds of which the receiver's acceptance of this one ends what stands accepted. */
  ends: z.array(Code).default([]),
  track: FollowedTrack.optional(),
  basis: z.array(Citation).min(1),
})
export type HandoffKind = z.infer<typeof HandoffKind>

export const HandoffFile = z.strictObject({ ladder: Ladder, kinds: z.record(Code, HandoffKind) })

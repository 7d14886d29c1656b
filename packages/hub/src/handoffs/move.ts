import { AgencyId, HandoffId } from '@lianban/kernel'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import type { Move } from './handoff.ts'
import { findHandoff } from './store.ts'
import { stepTaken } from './take.ts'

const Code = z.string().regex(/^[a-z_]{1,60}$/)

/**
 * Every step of the ladder is one shape: the officer names the digest of the package seen, the package is hashed
 * again, the table of the kind says where the step leads, and a receipt is left.
 */
const step = (deed: Move, note = text(2000)) =>
  command({
    name: `handoff.${deed}`,
    on: 'Handoff',
    input: z.object({
      handoffId: HandoffId,
      expectedVersion: z.int().positive(),
      packageDigest: z.string().regex(/^[0-9a-f]{64}$/),
      note,
      /** Which move of the table, where the step can be several. */
      move: Code.optional(),
      reasons: z.array(Code).max(20).default([]),
      papers: z
        .array(z.strictObject({ paper: Code, number: line(60) }))
        .max(20)
        .default([]),
      namedAgencyId: AgencyId.optional(),
    }),
    about: ({ handoffId }) => handoffId,
    subject: ({ tx, input }) => findHandoff(tx, input.handoffId, { lock: true }),
    run: (given) => stepTaken(given, deed),
    facts: ({ subject, output }) => ({
      number: subject.number,
      agency: subject.toAgencyId,
      from: subject.fromAgencyId,
      packageDigest: subject.packageDigest,
      move: output.move,
    }),
  })

/** The sender's leader lets the complete package go; the law's clock starts here, not at signing. */
export const dispatchHandoff = step('dispatch')

/** The receiver's desk says that the package is there. */
export const deliverHandoff = step('deliver')

/** The receiver signs for the package as it lies before it. */
export const signHandoff = step('sign')

/** The receiver takes the matter on; the sender's record moves only with this. */
export const acceptHandoff = step('accept')

/** The receiver takes the matter on and says what is still owed. */
export const acceptInPart = step('acceptInPart', line(2000))

/** The receiver gives the package back, saying why. */
export const returnHandoff = step('return', line(2000))

/** The wrong addressee passes the package on as it is, and the sender is told. */
export const forwardHandoff = step('forward', line(2000))

/** The sender takes back a package that nobody has signed for. */
export const cancelHandoff = step('cancel')

/** What the receiver does with a matter that it has taken on, by the table of its kind. */
export const actOnHandoff = step('act')

/** What the sender does about the receiver's answer. */
export const answerHandoff = step('answer')

/** What the procuratorate or the common superior says, whom one side asked. */
export const overseeHandoff = step('oversee', line(2000))

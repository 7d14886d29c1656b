import type { Tx } from '@lianban/db'
import { HandoffId, newId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { findCase, saveCase } from '../cases/index.ts'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { type HandoffRow, type Move, moved } from './handoff.ts'
import { assertIntact } from './package.ts'
import { refusals } from './refusals.ts'
import { findHandoff, itemsOf, saveMove } from './store.ts'

/**
 * Every step of the ladder is one shape: the officer names the digest of the package seen, the package is hashed
 * again, the state moves, and a receipt is left.
 */
const step = (move: Move, then: (tx: Tx, handoff: HandoffRow) => Promise<void> = async () => {}) =>
  command({
    name: `handoff.${move}`,
    on: 'Handoff',
    input: z.object({
      handoffId: HandoffId,
      expectedVersion: z.int().positive(),
      packageDigest: z.string().regex(/^[0-9a-f]{64}$/),
      note: move === 'return' ? line(2000) : text(2000),
    }),
    about: ({ handoffId }) => handoffId,
    subject: ({ tx, input }) => findHandoff(tx, input.handoffId, { lock: true }),
    async run({ input, subject, officer, tx, now }) {
      if (subject.version !== input.expectedVersion)
        throw stale({ expected: input.expectedVersion, found: subject.version })
      const next = moved(subject, move)
      if (input.packageDigest !== subject.packageDigest) throw refusals.otherPackage()
      assertIntact(await itemsOf(tx, subject.id), subject.packageDigest)
      await saveMove(tx, next, {
        id: newId(),
        handoffId: subject.id,
        rung: next.state as Exclude<HandoffRow['state'], 'prepared'>,
        officerId: officer.id,
        agencyId: officer.agencyId,
        packageDigest: input.packageDigest,
        note: input.note,
        givenAt: now,
      })
      await then(tx, next)
      return { state: next.state, version: next.version }
    },
    facts: ({ subject }) => ({
      number: subject.number,
      agency: subject.toAgencyId,
      from: subject.fromAgencyId,
      packageDigest: subject.packageDigest,
    }),
  })

/** The sender's leader lets the package go; the law's clock starts here, not at signing. */
export const dispatchHandoff = step('dispatch')

/** The receiver signs for the package as it lies before it. */
export const signHandoff = step('sign')

/** The receiver takes the case on, and leads it from now; the sender's record moves only with this. */
export const acceptHandoff = step('accept', async (tx, handoff) => {
  const received = await findCase(tx, handoff.caseId, { lock: true })
  await saveCase(tx, { ...received, stage: 'transferred', leadAgencyId: handoff.toAgencyId })
  await tellAccessChanged(tx, { kind: 'Case', id: handoff.caseId })
})

/** The receiver gives the package back, saying why. */
export const returnHandoff = step('return')

/** The sender takes back a package that nobody has signed for. */
export const cancelHandoff = step('cancel')

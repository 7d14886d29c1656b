import { LegalHoldId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { findHold, insertLift } from './store.ts'

/** 解除保全: the agency that laid a hold lifts it, and says why and by whose order. Others that stand go on standing. */
export const liftHold = command({
  name: 'hold.lift',
  on: 'LegalHold',
  input: z.object({ holdId: LegalHoldId, reason: line(500), authority: line(200) }),
  about: ({ holdId }) => holdId,
  subject: ({ tx, input }) => findHold(tx, input.holdId),
  async run({ input: { holdId, reason, authority }, officer, tx, now }) {
    await insertLift(tx, { holdId, reason, authority, liftedBy: officer.id, liftedAt: now })
    return { holdId }
  },
  facts: ({ subject }) => ({ record: subject.recordId, held: subject.recordKind }),
})

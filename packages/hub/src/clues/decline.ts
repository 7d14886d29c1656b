import { ClueId, Refusal, stale } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { happened } from '../clocks/index.ts'
import { command } from '../command.ts'
import type { Clue } from './clue.ts'
import { findClue, markNotFiled } from './store.ts'
import { isCounted, type Telling } from './tell-clocks.ts'

/** The head decides that no case is opened from a clue; the time to decide ends with it. */
export const declineClue = command({
  name: 'clue.decline',
  on: 'Clue',
  input: z.object({
    clueId: ClueId,
    expectedVersion: z.int().positive(),
    /** The number of the form on which that was approved. */
    number: line(60),
    reason: line(2000),
  }),
  about: ({ clueId }) => clueId,
  subject: ({ tx, input }) => findClue(tx, input.clueId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    const { version, state } = subject
    if (version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: version })
    if (state !== 'recorded') throw decidedAlready()
    await markNotFiled(tx, subject.id)
    await tellDecided({ tx, officer, now, hub }, subject)
    return { version: version + 1 }
  },
  facts: ({ input }) => ({ number: input.number }),
})

const decidedAlready = () =>
  new Refusal('conflict', 'clue.decided', {
    zh: '该线索已立案、已移送或已决定不予立案。请刷新后查看。',
    en: 'The clue is part of a case, was handed on, or was declined already. Reload and look again.',
  })

/** The agency that owns the clue decided on it: a case is opened from it, or none is. */
export async function tellDecided(
  given: Telling,
  { id, ownerAgencyId }: Pick<Clue, 'id' | 'ownerAgencyId'>,
): Promise<void> {
  const { officer, now } = given
  if (ownerAgencyId === officer.agencyId && isCounted(given))
    await happened(given, {
      code: 'case.filing_decided',
      at: now,
      matter: { kind: 'Clue', id },
      parties: { agency: officer.agencyId },
    })
}

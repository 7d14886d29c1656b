import { CaseId, ClueId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { line } from '../classification.ts'
import { findClue } from '../clues/index.ts'
import { command } from '../command.ts'
import { applyCorrection } from './apply.ts'
import { CaseContent, ClueContent } from './correction.ts'

const why = { expectedVersion: z.int().positive(), fault: line(500), reason: line(500) }

/** The owner corrects a clue: what was wrong, why, and what is right; readers are told, and the former words are kept. */
export const correctClue = command({
  name: 'clue.correct',
  on: 'Clue',
  input: z.object({ clueId: ClueId, ...why, changes: ClueContent.partial().strict() }),
  about: ({ clueId }) => clueId,
  subject: ({ tx, input }) => findClue(tx, input.clueId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    if (subject.version !== input.expectedVersion)
      throw stale({ expected: input.expectedVersion, found: subject.version })
    const { changes, fault, reason } = input
    const done = await applyCorrection(
      tx,
      { kind: 'Clue', row: subject },
      { changes, fault, reason, by: officer.id, now, hub },
    )
    return { correctionId: done.id, serial: done.serial, version: subject.version + 1 }
  },
  facts: ({ input }) => ({ fields: Object.keys(input.changes).length }),
})

/** The owner corrects the name, charge or summary of a case; figures and events are never overwritten. */
export const correctCase = command({
  name: 'case.correct',
  on: 'Case',
  input: z.object({ caseId: CaseId, ...why, changes: CaseContent.partial().strict() }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    if (subject.version !== input.expectedVersion)
      throw stale({ expected: input.expectedVersion, found: subject.version })
    const { changes, fault, reason } = input
    const done = await applyCorrection(
      tx,
      { kind: 'Case', row: subject },
      { changes, fault, reason, by: officer.id, now, hub },
    )
    return { correctionId: done.id, serial: done.serial, version: subject.version + 1 }
  },
  facts: ({ input }) => ({ fields: Object.keys(input.changes).length }),
})

import { type CaseId, ClueId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { withOwners } from '../agreements/index.ts'
import { HandlingCode, isWithin, Label, labels, line, PartialDate, Region } from '../classification.ts'
import { findClue, linkClue, mayPassOn } from '../clues/index.ts'
import { command } from '../command.ts'
import type { Case, CaseRow } from './case.ts'
import { widerThanClue } from './refusals.ts'
import { insertCase } from './store.ts'

export const CaseFields = z.object({
  clueIds: z.array(ClueId).max(100),
  number: line(60),
  name: line(120),
  charge: line(60),
  summary: line(8000),
  label: Label,
  handlingCode: HandlingCode,
  region: Region,
  openedOn: PartialDate,
})

/** A handler opens a case, as a rule from clues that the officer may take up. */
export const openCase = command({
  name: 'case.open',
  on: 'Case',
  input: CaseFields,
  async subject({ input: { clueIds: _, ...fields }, officer, tx, now }): Promise<CaseRow> {
    const drafted: Case = {
      ...fields,
      id: newId<CaseId>(),
      stage: 'investigating',
      ownerAgencyId: officer.agencyId,
      leadAgencyId: officer.agencyId,
      openedBy: officer.id,
      openedAt: now,
      version: 1,
    }
    const [draft] = await withOwners(tx, [drafted])
    return { ...draft!, grants: [], taskForceSeats: [] }
  },
  async run({ input, subject, officer, tx, now, hub }) {
    await insertCase(tx, subject)
    // In one order, so that two officers who take up the same clues wait for each other and not both.
    for (const clueId of [...new Set(input.clueIds)].sort()) {
      const clue = await findClue(tx, clueId, { lock: true })
      hub.policy.decide(officer, 'openCase', 'Clue', clue)
      // A child is never wider than its parent: what was marked sensitive as a clue stays so as a case.
      if (!isWithin(labels, clue.label, subject.label)) throw widerThanClue()
      const passesOn = mayPassOn(officer, clue, now)
      await linkClue(tx, { caseId: subject.id, clueId, linkedBy: officer.id, linkedAt: now, passesOn })
    }
    return { caseId: subject.id }
  },
  facts: ({ subject, input }) => ({ label: subject.label, clues: new Set(input.clueIds).size }),
})

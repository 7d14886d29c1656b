import type { AgencyKind } from '@lianban/identity'
import { type CaseId, ClueId, newId, type OfficerId } from '@lianban/kernel'
import { z } from 'zod'
import { withOwners } from '../agreements/index.ts'
import { HandlingCode, isWithin, Label, labels, line, PartialDate, Region } from '../classification.ts'
import { happened } from '../clocks/index.ts'
import { type ClueRow, findClue, linkClue, mayPassOn, tellDecided } from '../clues/index.ts'
import { command } from '../command.ts'
import { addReaders, RestrictedTo, readersNamed } from '../readers/index.ts'
import { startOfDayInChina } from '../time-in-china.ts'
import type { Case, CaseRow } from './case.ts'
import { knownBeyondClue, widerThanClue } from './refusals.ts'
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
  restrictedTo: RestrictedTo,
})

/** A handler opens a case, as a rule from clues that the officer may take up. */
export const openCase = command({
  name: 'case.open',
  on: 'Case',
  input: CaseFields,
  async subject({ input: { clueIds: _, restrictedTo, ...fields }, officer, tx, now }): Promise<CaseRow> {
    const drafted: Case = {
      ...fields,
      id: newId<CaseId>(),
      stage: 'investigating',
      ownerAgencyId: officer.agencyId,
      leadAgencyId: officer.agencyId,
      openedBy: officer.id,
      openedAt: now,
      version: 1,
      isRestricted: Boolean(restrictedTo),
    }
    const [draft] = await withOwners(tx, [drafted])
    return { ...draft!, grants: [], readers: [], taskForceSeats: [] }
  },
  async run({ input, subject, officer, tx, now, hub }) {
    const { grants: _grants, readers: _readers, taskForceSeats: _seats, ...opened } = subject
    const readers = input.restrictedTo ? await readersNamed(tx, officer, input.restrictedTo, hub.measures.readers) : []
    await insertCase(tx, opened)
    const record = { kind: 'Case' as const, id: subject.id, at: now, agencyId: officer.agencyId }
    await addReaders(tx, record, readers, { officerId: officer.id, at: now })
    // In one order, so that two officers who take up the same clues wait for each other and not both.
    for (const clueId of [...new Set(input.clueIds)].sort()) {
      const clue = await findClue(tx, clueId, { lock: true })
      hub.policy.decide(officer, 'openCase', 'Clue', clue)
      // A child is never wider than its parent: what was marked sensitive as a clue stays so as a case.
      if (!isWithin(labels, clue.label, subject.label)) throw widerThanClue()
      if (!isKnownWithin(clue, subject.isRestricted, readers)) throw knownBeyondClue()
      const passesOn = mayPassOn(officer, clue, now)
      await linkClue(tx, { caseId: subject.id, clueId, linkedBy: officer.id, linkedAt: now, passesOn })
      await tellDecided({ tx, officer, now, hub }, clue)
    }
    await tellFiling({ tx, officer, now, hub }, opened)
    await hub.autoShare({ tx, officer, now, hub, record })
    return { caseId: subject.id }
  },
  facts: ({ subject, input }) => ({ label: subject.label, clues: new Set(input.clueIds).size }),
})

/** What is kept to named officers as a clue is, as a case, known to nobody else of the agency. */
const isKnownWithin = (clue: ClueRow, isRestricted: boolean, readers: readonly OfficerId[]): boolean =>
  !clue.isRestricted || (isRestricted && readers.every((id) => clue.readers.some((reader) => reader.officerId === id)))

/**
 * To open an administrative case is to file it, and its time runs. Where only the month or the year of the filing is
 * known, its day is that of the entry.
 */
async function tellFiling(given: Parameters<typeof happened>[0], { id, openedOn, region }: Case): Promise<void> {
  const { officer, now, hub } = given
  const filed = openedOn.length === 10 ? startOfDayInChina(openedOn) : now
  const at = filed < now ? filed : now
  const isFiled = hub.law.tracks.tables.administrative.keptBy.some(
    (kind) => kind === (officer.agencyKind as AgencyKind),
  )
  const parties = { agency: officer.agencyId }
  if (isFiled) await happened(given, { code: 'case.filed', at, matter: { kind: 'Case', id }, parties, region })
}

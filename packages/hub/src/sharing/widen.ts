import { type CaseId, type ClueId, OfficerId } from '@lianban/kernel'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { liftCaseRestriction } from '../cases/index.ts'
import { liftClueRestriction } from '../clues/index.ts'
import { command } from '../command.ts'
import { addReaders, readersNamed } from '../readers/index.ts'
import { findRecord, RecordRef } from './record.ts'

/** Lets more officers of the own agency know of a restricted record, or all of them. Nobody is taken off. */
export const widenAccess = command({
  name: 'access.widen',
  on: ({ record }) => record.kind,
  action: 'widen',
  input: z.object({ record: RecordRef, officerIds: z.array(OfficerId).max(60), toAll: z.boolean() }),
  about: ({ record }) => record.id,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record, { lock: true })).row,
  async run({ input, officer, tx, now, hub }) {
    const { id, kind, recordAt, row } = await findRecord(tx, input.record)
    const knowing = row.readers.map((reader) => reader.officerId)
    const readers = await readersNamed(tx, officer, [...knowing, ...input.officerIds], hub.measures.readers)
    const record = { kind, id, at: recordAt, agencyId: row.ownerAgencyId }
    await addReaders(tx, record, readers, { officerId: officer.id, at: now })
    if (input.toAll && kind === 'Case') await liftCaseRestriction(tx, id as CaseId)
    if (input.toAll && kind === 'Clue') await liftClueRestriction(tx, id as ClueId)
    await tellAccessChanged(tx, { kind, id })
    return { readers: readers.length }
  },
  facts: ({ input, subject }) => ({
    officers: input.officerIds.length,
    knowing: input.toAll ? 'all' : 'named',
    known: subject.readers.length,
  }),
})

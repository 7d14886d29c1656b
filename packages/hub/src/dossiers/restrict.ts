import { AgencyId, SectionId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { findCase } from '../cases/index.ts'
import { command } from '../command.ts'
import { membersWithin } from './audience.ts'
import { audiences } from './section.ts'
import { findSection, saveAudience } from './store.ts'

/** The agency that opened a section changes who may read it; connections that lose the right are closed at once. */
export const restrictSection = command({
  name: 'section.restrict',
  on: 'Section',
  input: z.object({
    sectionId: SectionId,
    expectedVersion: z.int().positive(),
    audience: z.enum(audiences),
    memberAgencyIds: z.array(AgencyId).max(60),
  }),
  about: ({ sectionId }) => sectionId,
  subject: ({ tx, input }) => findSection(tx, input.sectionId, { lock: true }),
  async run({ input, subject, tx, now }) {
    if (subject.version !== input.expectedVersion)
      throw stale({ expected: input.expectedVersion, found: subject.version })
    const ofCase = await findCase(tx, subject.caseId)
    const members = await membersWithin(tx, ofCase, { ...input, ownerAgencyId: subject.ownerAgencyId, now })
    await saveAudience(tx, { id: subject.id, audience: input.audience }, members)
    await tellAccessChanged(tx, { kind: 'Case', id: subject.caseId })
    return { version: subject.version + 1 }
  },
  facts: ({ input }) => ({ audience: input.audience, members: input.memberAgencyIds.length }),
})

import { AgencyId, CaseId, newId, type SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { membersWithin } from './audience.ts'
import { audiences } from './section.ts'
import { insertSection, nextPosition } from './store.ts'

/** A section joins the dossier; who may read it is set before the first word is written. */
export const addSection = command({
  name: 'case.addSection',
  on: 'Case',
  input: z.object({
    caseId: CaseId,
    title: line(60),
    audience: z.enum(audiences),
    memberAgencyIds: z.array(AgencyId).max(60),
  }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, subject, officer, tx, now }) {
    const ownerAgencyId = officer.agencyId
    const members = await membersWithin(tx, subject, { ...input, ownerAgencyId, now })
    const sectionId = newId<SectionId>()
    const position = await nextPosition(tx, input.caseId)
    const { caseId, title, audience } = input
    await insertSection(
      tx,
      {
        id: sectionId,
        caseId,
        position,
        title,
        audience,
        ownerAgencyId,
        addedBy: officer.id,
        addedAt: now,
        version: 1,
      },
      members,
    )
    return { sectionId, position }
  },
  facts: ({ input }) => ({ audience: input.audience, members: input.memberAgencyIds.length }),
})

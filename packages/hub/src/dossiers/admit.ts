import type { Tx } from '@lianban/db'
import type { AgencyId, SectionId } from '@lianban/kernel'
import { tellAccessChanged } from '../access-changed.ts'
import { findCase } from '../cases/index.ts'
import { membersWithin } from './audience.ts'
import type { SectionRow } from './section.ts'
import { findSection, saveAudience } from './store.ts'

/** The section, for whoever decides on its readers. */
export const sectionToOpen = (tx: Tx, id: SectionId): Promise<SectionRow> => findSection(tx, id, { lock: true })

/** Opens a section to one more agency of its case; to an agency that is not on the case it cannot be opened. */
export async function admitToSection(tx: Tx, section: SectionRow, agencyId: AgencyId, now: Date): Promise<void> {
  const ofCase = await findCase(tx, section.caseId)
  const { id, audience, ownerAgencyId } = section
  const memberAgencyIds = [...section.members.map((member) => member.agencyId), agencyId]
  await saveAudience(
    tx,
    { id, audience },
    await membersWithin(tx, ofCase, { audience, memberAgencyIds, ownerAgencyId, now }),
  )
  await tellAccessChanged(tx, { kind: 'Case', id: section.caseId })
}

import { roles } from '@lianban/identity'
import { newId, type OfficerChangeId, type OfficerId } from '@lianban/kernel'
import { z } from 'zod'
import { findAgency, isOffice, mixesDuties, operatorId } from '../agencies/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { type OfficerChange, rolesIn, touchesOffice } from './officer-change.ts'
import { officeElsewhere, rolesMixed, twiceInList } from './refusals.ts'
import { insertChange } from './store.ts'

export const Roles = z.array(z.enum(roles)).min(1).max(roles.length)

const Entry = z.strictObject({ subject: line(200), postZh: line(40), postEn: line(80), roles: Roles })

/** An administrator lists officers to be entered for one agency, by post and roles; they are in once another office approves. */
export const proposeEntry = command({
  name: 'officer.proposeEntry',
  on: 'OfficerChange',
  action: 'propose',
  input: z.object({ agencySlug: line(40), officers: z.array(Entry).min(1).max(50), reason: line(200) }),
  subject: async ({ input, officer, tx, now }): Promise<OfficerChange> => {
    const agency = await findAgency(tx, { slug: input.agencySlug })
    const lines = input.officers.map((entry) => ({ ...entry, officerId: newId<OfficerId>(), formerRoles: [] }))
    return {
      id: newId<OfficerChangeId>(),
      operatorId: await operatorId(tx),
      agencyId: agency.id,
      kind: 'entry',
      concernsId: agency.id,
      officerVersion: null,
      touchesOffice: touchesOffice(lines),
      lines,
      reason: input.reason,
      proposedBy: officer.id,
      proposedAt: now,
      state: 'proposed',
      decidedBy: null,
      decidedAt: null,
      note: null,
    }
  },
  async run({ subject: change, tx }) {
    const seen = new Set<string>()
    for (const { subject, roles: wanted } of change.lines) {
      if (seen.has(subject)) throw twiceInList(subject)
      seen.add(subject)
      assertRolesFit(wanted, change)
    }
    await insertChange(tx, change)
    return { changeId: change.id }
  },
  facts: ({ subject: { agencyId, lines } }) => ({ agency: agencyId, officers: lines.length, roles: rolesIn(lines) }),
})

/** What no administrator may propose for anybody: two duties in one hand, or an office of the operator elsewhere. */
export function assertRolesFit(wanted: OfficerChange['lines'][number]['roles'], change: OfficerChange): void {
  if (mixesDuties(wanted)) throw rolesMixed()
  if (change.agencyId !== change.operatorId && wanted.some(isOffice)) throw officeElsewhere()
}

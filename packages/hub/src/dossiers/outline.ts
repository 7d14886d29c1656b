import { CaseId } from '@lianban/kernel'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { sectionsOf } from './store.ts'

/** The dossier's sections in order; one the officer may not read is a placeholder that says whom to ask, and nothing else. */
export const dossierOutline = find({
  name: 'dossier.outline',
  on: 'Case',
  input: z.strictObject({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ subject, officer, tx, hub }) {
    const rows = await sectionsOf(tx, subject)
    const cards = await agencyCards(
      tx,
      rows.flatMap((row) => [row.ownerAgencyId, ...row.members.map((member) => member.agencyId)]),
    )
    const allows = (action: string, row: (typeof rows)[number]) =>
      Boolean(hub.policy.allows(officer, action, 'Section', row))
    return {
      canExport: Boolean(hub.policy.allows(officer, 'exportDossier', 'Case', subject)),
      sections: rows.map((row) =>
        allows('read', row)
          ? {
              kind: 'open' as const,
              id: row.id,
              position: row.position,
              title: row.title,
              right: allows('write', row) ? ('write' as const) : ('read' as const),
              audience: row.audience,
              members: row.members.map((member) => cards.get(member.agencyId)!),
              ownerAgency: cards.get(row.ownerAgencyId)!,
              version: row.version,
              canComment: allows('comment', row),
              canRestrict: allows('restrict', row),
              canReadHistory: allows('readHistory', row),
            }
          : { kind: 'withheld' as const, position: row.position, askAgency: cards.get(row.ownerAgencyId)! },
      ),
    }
  },
})

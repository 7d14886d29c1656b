import { CaseId } from '@lianban/kernel'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { stateOf } from './seal.ts'
import { sealsOf } from './store.ts'

/** The sealed versions of a dossier with who has signed which digest, the newest first, and what may be done with them now. */
export const listSeals = find({
  name: 'seal.list',
  on: 'Case',
  input: z.strictObject({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ subject, officer, tx, hub }) {
    const rows = await sealsOf(tx, subject.id)
    const agencies = await agencyCards(
      tx,
      rows.flatMap(({ members }) => members.map(({ agencyId }) => agencyId)),
    )
    const officers = await officerCards(
      tx,
      rows.flatMap(({ proposedBy, signatures, ending }) => [
        proposedBy,
        ...signatures.map(({ officerId }) => officerId),
        ...(ending ? [ending.officerId] : []),
      ]),
    )
    const mayPropose = Boolean(hub.policy.allows(officer, 'proposeSeal', 'Case', subject))
    const maySign = Boolean(hub.policy.allows(officer, 'signSeal', 'Case', subject))
    return {
      canPropose: mayPropose && rows.every((row) => stateOf(row) !== 'open'),
      items: rows.map((row) => {
        const state = stateOf(row)
        const isOpen = state === 'open'
        const isMember = row.members.some(({ agencyId }) => agencyId === officer.agencyId)
        const hasSigned = row.signatures.some(({ agencyId }) => agencyId === officer.agencyId)
        return {
          id: row.id,
          number: row.number,
          state,
          digest: row.digest,
          note: row.note,
          sections: row.sections.length,
          proposedBy: officers.get(row.proposedBy)!,
          proposedAt: row.proposedAt,
          members: row.members.map(({ agencyId }) => {
            const signature = row.signatures.find((one) => one.agencyId === agencyId)
            return {
              agency: agencies.get(agencyId)!,
              signed: signature ? { officer: officers.get(signature.officerId)!, at: signature.signedAt } : null,
            }
          }),
          ending: row.ending
            ? { officer: officers.get(row.ending.officerId)!, reason: row.ending.reason, at: row.ending.endedAt }
            : null,
          can: {
            sign: maySign && isOpen && isMember && !hasSigned,
            decline: maySign && isOpen && isMember,
            withdraw: mayPropose && isOpen && row.agencyId === officer.agencyId,
          },
        }
      }),
    }
  },
})

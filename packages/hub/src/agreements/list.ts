import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { list } from '../query.ts'
import { listAgreements as rows } from './store.ts'

/** The agreements the officer's agency is a party to, newest first. */
export const listAgreements = list({
  name: 'agreement.list',
  input: z.strictObject({}),
  async run({ officer, tx, hub }) {
    const agreements = await rows(tx, hub.policy.filter(officer, 'read', 'Agreement'))
    const cards = await agencyCards(
      tx,
      agreements.flatMap((agreement) => agreement.parties.map((party) => party.agencyId)),
    )
    return {
      items: agreements.map((agreement) => {
        const { parties, proposedByAgencyId: _proposer, ...terms } = agreement
        return {
          ...terms,
          parties: parties.map((party) => ({ agency: cards.get(party.agencyId)!, signedAt: party.signedAt })),
          canSign: Boolean(hub.policy.allows(officer, 'sign', 'Agreement', agreement)),
        }
      }),
    }
  },
})

import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { agreementsWhere, closedToLabel } from '../agreements/index.ts'
import { list } from '../query.ts'

/** Whose records an officer may break the glass of at all, and for which purposes; nothing of any record. */
export const emergencyOptions = list({
  name: 'emergency.options',
  input: z.strictObject({}),
  async run({ officer, tx, now, hub }) {
    const kinds = (['Case', 'Clue'] as const).filter((kind) => hub.policy.rulesFor(officer, 'breakGlass', kind).length)
    const agreements = (await agreementsWhere(tx, hub.policy.filter(officer, 'read', 'Agreement'))).filter(
      (agreement) => !closedToLabel(agreement, 'public', now),
    )
    const partners = new Set(agreements.flatMap(({ parties }) => parties.map(({ agencyId }) => agencyId)))
    partners.delete(officer.agencyId)
    const cards = await agencyCards(tx, kinds.length ? partners : [])
    return {
      kinds,
      minutes: hub.measures.emergency.minutes,
      owners: [...cards.values()].map((agency) => ({
        agency,
        purposes: [
          ...new Set(
            agreements
              .filter(({ parties }) => parties.some(({ agencyId }) => agencyId === agency.id))
              .flatMap(({ purposes }) => purposes),
          ),
        ].sort(),
      })),
    }
  },
})

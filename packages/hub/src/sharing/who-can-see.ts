import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { agreementsWhere } from '../agreements/index.ts'
import type { CaseRow } from '../cases/index.ts'
import { withheldFromClue } from '../clues/index.ts'
import { sectionsOf } from '../dossiers/index.ts'
import { isLive } from '../grants/index.ts'
import { find } from '../query.ts'
import { findRecord, RecordRef } from './record.ts'
import { standingOf } from './standing.ts'

/** Which posts of which agencies can do what with a record today, by which rule, for what purpose and until when. */
export const whoCanSee = find({
  name: 'access.whoCanSee',
  on: ({ record }) => record.kind,
  input: z.strictObject({ record: RecordRef }),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ input, officer, tx, now, hub }) {
    const record = await findRecord(tx, input.record)
    const { row } = record
    // Who was granted a case reads its clues as well, as far as the rules let them through.
    const throughCases = 'caseGrants' in row ? row.caseGrants : []
    const live = [...row.grants, ...throughCases].filter((grant) => isLive(grant, now))
    const lead = 'leadAgencyId' in row ? row.leadAgencyId : row.ownerAgencyId
    const agencies = await agencyCards(tx, [row.ownerAgencyId, lead, ...live.map((grant) => grant.granteeAgencyId)])
    const givers = await officerCards(
      tx,
      live.map((grant) => grant.givenBy),
    )
    const agreements = await agreementsWhere(tx, hub.policy.filter(officer, 'read', 'Agreement'))
    const sections = record.caseId ? await sectionsOf(tx, row as CaseRow) : []
    const items = []
    for (const agency of agencies.values()) {
      const isOwner = agency.id === row.ownerAgencyId
      const grant = isOwner ? undefined : live.find((one) => one.granteeAgencyId === agency.id)
      const roles = await standingOf(hub, tx, agency, record, sections)
      if (!roles.length && grant && throughCases.includes(grant)) continue
      const via = isOwner ? ('owner' as const) : agency.id === lead ? ('lead' as const) : ('grant' as const)
      items.push({
        agency,
        via,
        roles,
        level: via === 'owner' || !grant ? via : grant.level,
        grant: grant
          ? {
              id: grant.id,
              purpose: grant.purpose,
              legalBasis: grant.legalBasis,
              agreementNumber: agreements.find((one) => one.id === grant.agreementId)?.number ?? null,
              withheldFields: 'caseGrants' in row ? withheldFromClue(agency.id, row, now) : grant.withheldFields,
              expiresAt: grant.expiresAt,
              givenBy: givers.get(grant.givenBy)!,
              givenAt: grant.givenAt,
            }
          : null,
      })
    }
    return { items: items.sort((a, b) => rank(a.via) - rank(b.via)) }
  },
})

const rank = (via: 'owner' | 'lead' | 'grant'): number => ['owner', 'lead', 'grant'].indexOf(via)

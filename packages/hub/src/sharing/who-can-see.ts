import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { agreementsWhere } from '../agreements/index.ts'
import type { CaseRow } from '../cases/index.ts'
import { withheldFromClue } from '../clues/index.ts'
import { sectionsOf } from '../dossiers/index.ts'
import { furthest, isLive, type Reader, withheldFrom } from '../grants/index.ts'
import { find } from '../query.ts'
import { findRecord, RecordRef } from './record.ts'
import { type Grantee, standingOf } from './standing.ts'

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
    const posts = await officerCards(tx, [
      ...row.readers.map((reader) => reader.officerId),
      ...live.flatMap((grant) => [grant.givenBy, ...(grant.granteeOfficerId ? [grant.granteeOfficerId] : [])]),
    ])
    const grantees = new Map<string, Grantee>(
      (row.isRestricted ? [] : [row.ownerAgencyId, lead]).map((id) => [
        id,
        { agency: agencies.get(id)!, officer: null },
      ]),
    )
    // A restricted record is known to the officers it names, and to nobody else of the agency.
    for (const { officerId } of row.isRestricted ? row.readers : [])
      grantees.set(officerId, { agency: agencies.get(row.ownerAgencyId)!, officer: posts.get(officerId)! })
    for (const { granteeId, granteeAgencyId, granteeOfficerId } of live) {
      const officer = granteeOfficerId ? posts.get(granteeOfficerId)! : null
      grantees.set(granteeId, { agency: agencies.get(granteeAgencyId)!, officer })
    }
    const agreements = await agreementsWhere(tx, hub.policy.filter(officer, 'read', 'Agreement'))
    const sections = record.caseId ? await sectionsOf(tx, row as CaseRow) : []
    const items = []
    for (const [granteeId, grantee] of grantees) {
      const isOwner = grantee.agency.id === row.ownerAgencyId
      const own = live.filter((one) => one.granteeId === granteeId)
      const grant = isOwner ? undefined : own.find((one) => one.level === furthest(own))
      const roles = await standingOf(hub, tx, grantee, record, sections)
      if (!roles.length && grant && throughCases.includes(grant)) continue
      const via = isOwner ? ('owner' as const) : granteeId === lead ? ('lead' as const) : ('grant' as const)
      items.push({
        ...grantee,
        via,
        roles,
        level: via === 'owner' || !grant ? via : grant.level,
        grant: grant
          ? {
              id: grant.id,
              origin: grant.origin,
              purpose: grant.purpose,
              legalBasis: grant.legalBasis,
              agreementNumber: agreements.find((one) => one.id === grant.agreementId)?.number ?? null,
              withheldFields:
                'caseGrants' in row
                  ? withheldFromClue(readerOf(grantee), row, now)
                  : withheldFrom(readerOf(grantee), row, now),
              expiresAt: grant.expiresAt,
              givenBy: posts.get(grant.givenBy)!,
              givenAt: grant.givenAt,
            }
          : null,
      })
    }
    return { items: items.sort((a, b) => rank(a.via) - rank(b.via)) }
  },
})

const readerOf = ({ agency, officer }: Grantee): Reader => ({ agencyId: agency.id, id: officer?.id ?? null })

const rank = (via: 'owner' | 'lead' | 'grant'): number => ['owner', 'lead', 'grant'].indexOf(via)

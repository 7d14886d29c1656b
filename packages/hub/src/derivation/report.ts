import type { Tx } from '@lianban/db'
import type { AgencyId, CaseId } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { casesByIds } from '../cases/index.ts'
import { sectionsOfCases } from '../dossiers/index.ts'
import { clueExports } from '../exports/index.ts'
import { handoffs, handoffsWhere } from '../handoffs/index.ts'
import type { Hub } from '../hub.ts'
import { find } from '../query.ts'
import { quotationsOfClue } from '../quotations/index.ts'
import { findRecord, RecordRef } from '../sharing/index.ts'
import { quotingSections } from './quotations.ts'
import { casesDerived, handoffsDerived, sectionsThatMayQuote } from './traces.ts'

/**
 * 派生情况: where an owner's record went: the cases it became part of, the dossier sections that quote it or name its number, the
 * packages it was sent in, and who took it out of the hub. What the owner may not read has an agency and no name.
 */
export const derivationReport = find({
  name: 'derivation.report',
  on: ({ record }) => record.kind,
  action: 'readDerivation',
  input: z.strictObject({ record: RecordRef }),
  about: ({ record }) => record.id,
  isLogged: true,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ input, subject, officer, tx, hub }) {
    const { kind } = input.record
    const attached = kind === 'Clue' ? await casesDerived(tx, subject.id) : []
    const sent = await handoffsDerived(tx, kind, subject.id)
    const candidates = await sectionsThatMayQuote(tx, kind, subject.id)
    const quotationIds = new Set<string>((await quotationsOfClue(tx, subject.id)).map(({ id }) => id))
    const quoting = await quotingSections(hub, tx, { number: subject.number, quotationIds }, candidates)
    const taken =
      kind === 'Clue'
        ? await tx
            .select()
            .from(clueExports)
            .where(eq(clueExports.clueId, subject.id as (typeof clueExports.$inferSelect)['clueId']))
            .orderBy(desc(clueExports.exportedAt))
            .limit(500)
        : []
    const named = await namesFor({ hub, tx, officer }, [
      ...attached.map(({ caseId }) => caseId),
      ...quoting.map(({ caseId }) => caseId),
    ])
    const numbers = new Map(
      sent.length
        ? (
            await handoffsWhere(
              tx,
              hub.policy.visible(officer, 'read', 'Handoff'),
              inArray(
                handoffs.id,
                sent.map((one) => one.handoffId),
              ),
            )
          ).map((row) => [row.id, row.number])
        : [],
    )
    const agencies = await agencyCards(tx, [
      ...attached.flatMap((one) => [one.ownerAgencyId, one.leadAgencyId]),
      ...sent.flatMap((one) => [one.fromAgencyId, one.toAgencyId]),
      ...quoting.flatMap((one) => [one.caseOwnerId, one.sectionOwnerId]),
      ...taken.map((one) => one.agencyId),
    ] as AgencyId[])
    const posts = await officerCards(
      tx,
      taken.map((one) => one.officerId),
    )
    return {
      cases: attached.map((one) => ({
        case: named.cases.get(one.caseId) ?? null,
        ownerAgency: agencies.get(one.ownerAgencyId)!,
        leadAgency: agencies.get(one.leadAgencyId)!,
        linkedAt: one.linkedAt,
        passesOn: one.passesOn,
        readers: one.readers,
      })),
      sections: quoting.map((one) => ({
        title: named.sections.get(one.sectionId) ?? null,
        case: named.cases.get(one.caseId) ?? null,
        caseAgency: agencies.get(one.caseOwnerId)!,
        sectionAgency: agencies.get(one.sectionOwnerId)!,
      })),
      searchedSections: candidates.length,
      handoffs: sent.map((one) => ({
        handoff: numbers.has(one.handoffId) ? { id: one.handoffId, number: numbers.get(one.handoffId)! } : null,
        from: agencies.get(one.fromAgencyId)!,
        to: agencies.get(one.toAgencyId)!,
        state: one.state,
        sentAt: one.sentAt,
        asRecord: one.asRecord,
        quotingSections: one.quotingSections,
      })),
      exports: taken.map((one) => ({
        id: one.id,
        agency: agencies.get(one.agencyId)!,
        officer: posts.get(one.officerId)!,
        purpose: one.purpose,
        withheldFields: one.withheldFields,
        clueVersion: one.clueVersion,
        digest: one.digest,
        exportedAt: one.exportedAt,
      })),
    }
  },
})

/** The names of the cases that the officer may read, and of the sections of theirs that it may read. */
async function namesFor(
  { hub, tx, officer }: { readonly hub: Hub; readonly tx: Tx; readonly officer: Officer },
  ids: readonly CaseId[],
) {
  const cases = new Map<CaseId, { id: CaseId; number: string; name: string }>()
  const sections = new Map<string, string>()
  const readable = [...(await casesByIds(tx, ids)).values()].filter((row) =>
    hub.policy.allows(officer, 'read', 'Case', row),
  )
  for (const row of readable) cases.set(row.id, { id: row.id, number: row.number, name: row.name })
  for (const section of await sectionsOfCases(tx, readable))
    if (hub.policy.allows(officer, 'read', 'Section', section)) sections.set(section.id, section.title)
  return { cases, sections }
}

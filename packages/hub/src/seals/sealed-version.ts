import type { Tx } from '@lianban/db'
import type { CanonicalDocument } from '@lianban/dossier'
import type { CaseId, SealId, SectionId } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { findCase } from '../cases/index.ts'
import { sectionsOf } from '../dossiers/index.ts'
import type { Hub } from '../hub.ts'
import { contentDigest, type Frozen, sealDigest, stateOf } from './seal.ts'
import { contentsOf, findSeal } from './store.ts'

/**
 * A sealed version as an officer may have it: its digest, who signed it, and the frozen sections that the officer may
 * read; of the others the digest that the signed one is over and whom to ask. To be shown, printed and checked.
 */
export async function sealedVersion(
  { tx, hub, officer }: { tx: Tx; hub: Hub; officer: Officer },
  caseId: CaseId,
  sealId: SealId,
) {
  const seal = await findSeal(tx, sealId, caseId)
  const sections = await sectionsOf(tx, await findCase(tx, caseId))
  const readable = new Set<SectionId>(
    sections.filter((section) => hub.policy.allows(officer, 'read', 'Section', section)).map(({ id }) => id),
  )
  const contents = new Map((await contentsOf(tx, seal.id)).map((one) => [one.sectionId, one]))
  const owners = new Map(sections.map(({ id, ownerAgencyId }) => [id, ownerAgencyId]))
  const agencies = await agencyCards(tx, [...seal.signatures.map(({ agencyId }) => agencyId), ...owners.values()])
  const officers = await officerCards(tx, [seal.proposedBy, ...seal.signatures.map(({ officerId }) => officerId)])
  return {
    id: seal.id,
    caseId,
    number: seal.number,
    state: stateOf(seal),
    digest: seal.digest,
    isWhole: sealDigest(seal, seal.sections) === seal.digest,
    note: seal.note,
    proposedBy: officers.get(seal.proposedBy)!,
    proposedAt: seal.proposedAt,
    signatures: seal.signatures.map(({ agencyId, officerId, signedAt }) => ({
      agency: agencies.get(agencyId)!,
      officer: officers.get(officerId)!,
      at: signedAt,
    })),
    sections: seal.sections.map(({ sectionId, position, digest }) => {
      const kept = readable.has(sectionId) ? contents.get(sectionId) : undefined
      if (!kept)
        return { kind: 'withheld' as const, position, digest, askAgency: agencies.get(owners.get(sectionId)!)! }
      const { title, document } = JSON.parse(kept.content) as Frozen & { readonly document: CanonicalDocument }
      return {
        kind: 'open' as const,
        position,
        digest,
        sectionId,
        title,
        document,
        /** The very bytes that the digest is over. */
        content: kept.content,
        upToSeq: kept.upToSeq,
        isIntact: contentDigest(kept.content) === digest,
      }
    }),
  }
}

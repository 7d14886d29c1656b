import { canonicalJson } from '@lianban/kernel'
import { digestOf, sha256Hex } from '@lianban/kernel/digest'
import type { sealEndings, sealMembers, sealSections, sealSignatures, seals } from './table.ts'

export type Seal = typeof seals.$inferSelect
export type SealSection = typeof sealSections.$inferSelect

/** A seal with who has to sign and who has; the line of each section, and no content. */
export type SealRow = Seal & {
  readonly members: readonly (typeof sealMembers.$inferSelect)[]
  readonly signatures: readonly (typeof sealSignatures.$inferSelect)[]
  readonly ending: typeof sealEndings.$inferSelect | undefined
  readonly sections: readonly SealSection[]
}

export type SealState = 'open' | 'sealed' | 'declined' | 'withdrawn'

/** A dossier is sealed once every agency that has a part in it has signed. */
export function stateOf({
  members,
  signatures,
  ending,
}: Pick<SealRow, 'members' | 'signatures' | 'ending'>): SealState {
  if (ending) return ending.kind
  return members.every(({ agencyId }) => signatures.some((one) => one.agencyId === agencyId)) ? 'sealed' : 'open'
}

/** What is frozen of one section. The salt keeps whoever may not read it from guessing at what it says. */
export type Frozen = {
  readonly sectionId: string
  readonly title: string
  readonly salt: string
  readonly document: unknown
}
export const contentOf = (frozen: Frozen): string => canonicalJson(frozen)
export const contentDigest = (content: string): string => sha256Hex(content)

/** What every agency signs: the number and the ordered digests of the sections, so that each may be checked alone. */
export const sealDigest = (
  seal: Pick<Seal, 'caseId' | 'number'>,
  sections: readonly Pick<SealSection, 'position' | 'digest'>[],
): string =>
  digestOf({
    caseId: seal.caseId,
    number: seal.number,
    sections: sections
      .toSorted((a, b) => a.position - b.position)
      .map(({ position, digest }) => ({ position, digest })),
  })

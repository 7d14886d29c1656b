import type { AgencyId, CaseId, OfficerId, SectionId } from '@lianban/kernel'
import type { CaseRow } from '../cases/index.ts'

export const audiences = ['case', 'members'] as const
export type Audience = (typeof audiences)[number]

/** A section of a case's dossier: its own document, its own room, its own readers. */
export type Section = {
  readonly id: SectionId
  readonly caseId: CaseId
  readonly position: number
  readonly title: string
  readonly audience: Audience
  readonly ownerAgencyId: AgencyId
  readonly addedBy: OfficerId
  readonly addedAt: Date
  readonly version: number
}

/** A section with what the rules ask about it. The case is a list of one, so that a rule speaks of it as of any relation. */
export type SectionRow = Section & {
  readonly members: readonly { readonly agencyId: AgencyId }[]
  readonly case: readonly Pick<CaseRow, 'ownerAgencyId' | 'leadAgencyId' | 'stage' | 'isRestricted'>[]
  readonly caseGrants: CaseRow['grants']
  readonly caseReaders: CaseRow['readers']
}

export const sectionRow = (section: Section, members: SectionRow['members'], ofCase: CaseRow): SectionRow => ({
  ...section,
  members,
  case: [ofCase],
  caseGrants: ofCase.grants,
  caseReaders: ofCase.readers,
})

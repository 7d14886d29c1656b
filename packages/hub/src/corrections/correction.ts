import type { AgencyId, CorrectionId, OfficerId, ProposalId } from '@lianban/kernel'
import type { z } from 'zod'
import { CaseFields, type CaseRow } from '../cases/index.ts'
import { ClueFields, type ClueRow } from '../clues/index.ts'
import type { RecordKind } from '../grants/index.ts'

/** What may be corrected. Label and handling code are set at creation and guard what was shared: they are not corrected. */
export const ClueContent = ClueFields.pick({
  title: true,
  content: true,
  kind: true,
  source: true,
  reportedOn: true,
  region: true,
  place: true,
  goods: true,
  methods: true,
  identifiers: true,
})
export const CaseContent = CaseFields.pick({ name: true, charge: true, summary: true })

export type ClueContent = z.infer<typeof ClueContent>
export type CaseContent = z.infer<typeof CaseContent>

/** New values by field; what is left out stays. */
export type Changes = {
  readonly [Field in keyof (ClueContent & CaseContent)]?: (ClueContent & CaseContent)[Field] | undefined
}
export type Field = keyof Changes

export const correctable: Record<RecordKind, readonly Field[]> = {
  Clue: Object.keys(ClueContent.shape) as Field[],
  Case: Object.keys(CaseContent.shape) as Field[],
}

/** A record as it stood before a correction, and the fields as they are since. Nothing of it is ever rewritten. */
export type Correction = {
  readonly id: CorrectionId
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly agencyId: AgencyId
  readonly serial: number
  readonly fields: Field[]
  readonly former: Changes
  readonly corrected: Changes
  readonly fault: string
  readonly reason: string
  readonly proposalId: ProposalId | null
  readonly correctedBy: OfficerId
  readonly correctedAt: Date
}

/** The correctable part of a record as it stands. */
export const contentOf = (kind: RecordKind, row: ClueRow | CaseRow): Changes =>
  Object.fromEntries(correctable[kind].map((field) => [field, (row as Changes)[field]]))

import type { AgencyId, CaseId, FileId, OfficerId } from '@lianban/kernel'
import type { CaseRow } from '../cases/index.ts'
import { type Circle, circleOf } from '../circles/index.ts'
import type { HandlingCode } from '../classification.ts'

/** A file of a case as its agency added it. Its bytes lie in the store under their SHA-256 and never change. */
export type CaseFile = {
  readonly id: FileId
  readonly caseId: CaseId
  readonly ownerAgencyId: AgencyId
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly sm3: string
  /** What the bytes are, whatever the name says. */
  readonly type: string
  /** Whether the name ends as files of this type do. */
  readonly isNamedAlike: boolean
  /** Pictures and sound that nobody should meet unprepared. */
  readonly isSensitive: boolean
  /** What agencies other than the one that added it may do with it. */
  readonly handlingCode: HandlingCode
  readonly uploadedBy: OfficerId
  readonly uploadedAt: Date
  readonly version: number
}

/** A file that is on its way: what it will be called, whose it will be, and how long it is. */
export type Upload = {
  readonly id: FileId
  readonly caseId: CaseId
  readonly ownerAgencyId: AgencyId
  readonly officerId: OfficerId
  readonly name: string
  readonly bytes: number
  readonly isSensitive: boolean
  readonly handlingCode: HandlingCode
  readonly begunAt: Date
  readonly endedAt: Date | null
  readonly outcome: UploadOutcome | null
}

export const uploadOutcomes = ['finished', 'discarded'] as const
export type UploadOutcome = (typeof uploadOutcomes)[number]

type Asked = Pick<CaseFile, 'id' | 'caseId' | 'ownerAgencyId' | 'handlingCode'>

/** A file, or one on its way, with what the rules ask about it. */
export type FileRow<Kept extends Asked = CaseFile> = Kept & {
  readonly case: readonly Pick<CaseRow, 'ownerAgencyId' | 'leadAgencyId' | 'stage' | 'isRestricted'>[]
  readonly caseGrants: CaseRow['grants']
  readonly circle: Circle
}

export const fileRow = <Kept extends Asked>(file: Kept, ofCase: CaseRow): FileRow<Kept> => ({
  ...file,
  case: [ofCase],
  caseGrants: ofCase.grants,
  circle: circleOf(ofCase),
})

/** For so long an upload may be added to. */
export const uploadDays = 7

export const isOpen = (upload: Upload, now: Date): boolean =>
  upload.endedAt === null && now.getTime() - upload.begunAt.getTime() < uploadDays * 24 * 3600_000

import type { AgencyId, CaseId, EvidenceId, FileId, OfficerId } from '@lianban/kernel'

export const attachmentParts = ['original', 'copy', 'derived', 'linked'] as const
export type AttachmentPart = (typeof attachmentParts)[number]

/** A file of the case as part of an item of evidence. */
export type Attachment = {
  readonly id: string
  readonly itemId: EvidenceId
  readonly fileId: FileId
  readonly caseId: CaseId
  readonly part: AttachmentPart
  readonly note: string
  readonly agencyId: AgencyId
  readonly attachedBy: OfficerId
  readonly attachedAt: Date
}

import { v7 } from 'uuid'
import { z } from 'zod'

const id = <Name extends string>() => z.uuid().brand<Name>()

export const AgencyId = id<'AgencyId'>()
export type AgencyId = z.infer<typeof AgencyId>
export const OfficerId = id<'OfficerId'>()
export type OfficerId = z.infer<typeof OfficerId>
/** The public name of a session. The secret that opens it is a token and never leaves the cookie. */
export const SessionId = id<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>
export const AgreementId = id<'AgreementId'>()
export type AgreementId = z.infer<typeof AgreementId>
export const ClueId = id<'ClueId'>()
export type ClueId = z.infer<typeof ClueId>
export const CaseId = id<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>
export const FigureId = id<'FigureId'>()
export type FigureId = z.infer<typeof FigureId>
export const TaskForceId = id<'TaskForceId'>()
export type TaskForceId = z.infer<typeof TaskForceId>
export const SeatId = id<'SeatId'>()
export type SeatId = z.infer<typeof SeatId>
export const GrantId = id<'GrantId'>()
export type GrantId = z.infer<typeof GrantId>
export const WebhookId = id<'WebhookId'>()
export type WebhookId = z.infer<typeof WebhookId>
export const WebhookDeliveryId = id<'WebhookDeliveryId'>()
export type WebhookDeliveryId = z.infer<typeof WebhookDeliveryId>
export const AlertId = id<'AlertId'>()
export type AlertId = z.infer<typeof AlertId>
export const LegalHoldId = id<'LegalHoldId'>()
export type LegalHoldId = z.infer<typeof LegalHoldId>
export const SaltDestructionId = id<'SaltDestructionId'>()
export type SaltDestructionId = z.infer<typeof SaltDestructionId>
export const SectionId = id<'SectionId'>()
export type SectionId = z.infer<typeof SectionId>
export const SealId = id<'SealId'>()
export type SealId = z.infer<typeof SealId>
export const HandoffId = id<'HandoffId'>()
export type HandoffId = z.infer<typeof HandoffId>
export const OfficerChangeId = id<'OfficerChangeId'>()
export type OfficerChangeId = z.infer<typeof OfficerChangeId>
export const RuleChangeId = id<'RuleChangeId'>()
export type RuleChangeId = z.infer<typeof RuleChangeId>
export const RuleVersionId = id<'RuleVersionId'>()
export type RuleVersionId = z.infer<typeof RuleVersionId>
export const AccessRequestId = id<'AccessRequestId'>()
export type AccessRequestId = z.infer<typeof AccessRequestId>
export const HitQueryId = id<'HitQueryId'>()
export type HitQueryId = z.infer<typeof HitQueryId>
export const CorrectionId = id<'CorrectionId'>()
export type CorrectionId = z.infer<typeof CorrectionId>
export const ProposalId = id<'ProposalId'>()
export type ProposalId = z.infer<typeof ProposalId>
export const NoticeId = id<'NoticeId'>()
export type NoticeId = z.infer<typeof NoticeId>
export const ExportId = id<'ExportId'>()
export type ExportId = z.infer<typeof ExportId>
export const QuotationId = id<'QuotationId'>()
export type QuotationId = z.infer<typeof QuotationId>
export const ConsentId = id<'ConsentId'>()
export type ConsentId = z.infer<typeof ConsentId>
export const CommentId = id<'CommentId'>()
export type CommentId = z.infer<typeof CommentId>
export const SuggestionId = id<'SuggestionId'>()
export type SuggestionId = z.infer<typeof SuggestionId>
export const FileId = id<'FileId'>()
export type FileId = z.infer<typeof FileId>
export const ClockId = id<'ClockId'>()
export type ClockId = z.infer<typeof ClockId>
export const EvidenceId = id<'EvidenceId'>()
export type EvidenceId = z.infer<typeof EvidenceId>
export const AssistanceId = id<'AssistanceId'>()
export type AssistanceId = z.infer<typeof AssistanceId>
export const AssistanceLetterId = id<'AssistanceLetterId'>()
export type AssistanceLetterId = z.infer<typeof AssistanceLetterId>
export const FindingId = id<'FindingId'>()
export type FindingId = z.infer<typeof FindingId>
export const DrawId = id<'DrawId'>()
export type DrawId = z.infer<typeof DrawId>
export const EntryId = id<'EntryId'>()
export type EntryId = z.infer<typeof EntryId>
export const RequestId = id<'RequestId'>()
export type RequestId = z.infer<typeof RequestId>

/** A new id, ordered by time (RFC 9562, version 7), so that keyset pages follow creation. */
export const newId = <Id extends string>(): Id => v7() as Id

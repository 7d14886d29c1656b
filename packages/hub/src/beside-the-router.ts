export {
  AskedAssistanceLetter,
  digestMissingLetters,
  dropOtherLetterDigests,
  takeAssistanceLetter,
} from './assistances/index.ts'
// What the server does with dossiers by other ways than the router's: live rooms and files.

export { alertRulesIn, watchLog } from './alerts/index.ts'
export { AskedBundle, takeBundle } from './bundles/index.ts'
export { noteDamage } from './damages/index.ts'
export { AskedDossier, recordExport, takeDossier } from './dossier-exports/index.ts'
export { enterSection, recordLeaving, recordRefusedWrite } from './dossiers/index.ts'
export {
  discardUpload,
  downloadFile,
  findUpload,
  finishUpload,
  previewFile,
  recordTaken,
  refuseChanged,
  type TakenFile,
  uploadDays,
} from './files/index.ts'
export { AskedLetter, takeLetter } from './handoffs/index.ts'
export type { LogCopy } from './log-copy.ts'
export { climbNotice, dueClimbs, type NoticeSaid, noticesSince } from './notices/index.ts'
export { lookByRadar } from './radar/index.ts'
export { mayCall, type Reach } from './reach.ts'
export { retentionIn } from './retention-kinds/index.ts'
export { AskedReport, reportTrailOfCase } from './trail/index.ts'
export {
  type Answered,
  type CallFault,
  giveUpLost,
  noteAttempt,
  type Parcel,
  takeParcels,
} from './webhooks/index.ts'

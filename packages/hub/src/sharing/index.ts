export { approveGrant } from './approve.ts'
export { makeAutoShare } from './auto-share.ts'
export { type AutoShareRule, loadAutoShares, matching, readAutoShares } from './auto-share-rules.ts'
export { declineGrant } from './decline.ts'
export { extendGrant } from './extend.ts'
export { giveGrant, putInPlace } from './give.ts'
export { giveToTaskForce, previewForTaskForce } from './give-to-task-force.ts'
export { listGrants } from './list.ts'
export { noteGrant } from './note.ts'
export { shareOptions } from './options.ts'
export { passOnGrant } from './pass-on.ts'
export { previewGrant, previewOnward } from './preview.ts'
export { recallGrant } from './recall.ts'
export {
  findRecord,
  RecordRef,
  recordFacts,
  recordRefOf,
  type SharedRecord,
  withheldFor,
  withholdableOf,
} from './record.ts'
export { closeForSeats, openForSeat } from './seats.ts'
export { sharedWithForce } from './shared-with-force.ts'
export { type Grantee, officerOf } from './standing.ts'
export { grantTasks } from './tasks.ts'
export { grantUnder } from './terms.ts'
export { whoCanSee } from './who-can-see.ts'
export { widenAccess } from './widen.ts'

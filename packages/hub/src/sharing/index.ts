export { giveGrant, putInPlace } from './give.ts'
export { listGrants } from './list.ts'
export { shareOptions } from './options.ts'
export { previewGrant } from './preview.ts'
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
export { type Grantee, officerOf } from './standing.ts'
export { grantUnder } from './terms.ts'
export { whoCanSee } from './who-can-see.ts'

export {
  furthest,
  type Grant,
  isLive,
  openTo,
  type Reader,
  type RecordKind,
  recalled,
  recordKinds,
  withheldFrom,
} from './grant.ts'
export { startingFromGrants } from './list-start.ts'
export { findGrant, grantsOn, insertGrant, lockGrant, saveGrant } from './store.ts'
export { grants } from './table.ts'
export { grantRelation, grantVocabulary } from './vocabulary.ts'
export { caseGrantsWords, grantsWords, grantWords } from './words.ts'

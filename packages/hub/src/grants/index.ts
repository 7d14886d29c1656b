export * from './grant.ts'
export { startingFromGrants } from './list-start.ts'
export { alreadyOpen, alreadyProposed } from './refusals.ts'
export {
  closeGrant,
  findGrant,
  grantsOn,
  grantsWhere,
  insertGrant,
  lockGrant,
  saveGrant,
  withCircles,
} from './store.ts'
export { grants } from './table.ts'
export { grantRelation, grantVocabulary } from './vocabulary.ts'
export { caseGrantsWords, grantsWords, grantWords } from './words.ts'

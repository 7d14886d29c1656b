export type { AgencyCard, AgencyKind, Role } from '@lianban/identity'
export { roles } from '@lianban/identity'
export { administrators, isOffice, mixesDuties, type OfficerCard, type Post, roleWords } from './agency.ts'
export { bootstrapOperator, type Operator } from './bootstrap.ts'
export { registerAgency } from './register.ts'
export {
  agencyCards,
  findAgency,
  insertOfficer,
  listAgencyCards,
  officerCards,
  operatorId,
  postsOf,
  rolesOf,
  rolesOfOfficers,
} from './store.ts'
export { agencyVocabulary } from './vocabulary.ts'
export { agencyWords } from './words.ts'

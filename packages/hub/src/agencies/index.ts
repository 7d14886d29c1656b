export type { AgencyCard, AgencyKind, Role } from '@lianban/identity'
export { roles } from '@lianban/identity'
export { type OfficerCard, type Post, roleWords } from './agency.ts'
export { bootstrapOperator } from './bootstrap.ts'
export { registerAgency } from './register.ts'
export { registerOfficer } from './register-officer.ts'
export {
  agencyCards,
  findAgency,
  listAgencyCards,
  officerCards,
  postsOf,
  rolesOf,
  rolesOfOfficers,
} from './store.ts'
export { agencyVocabulary } from './vocabulary.ts'
export { agencyWords } from './words.ts'

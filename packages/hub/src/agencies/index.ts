export {
  type AgencyCard,
  type AgencyKind,
  type OfficerCard,
  type Role,
  roles,
  roleWords,
} from './agency.ts'
export { bootstrapOperator } from './bootstrap.ts'
export { registerAgency } from './register.ts'
export { registerOfficer } from './register-officer.ts'
export { agencyCards, findAgency, listAgencyCards, officerCards, rolesOf } from './store.ts'
export { agencyVocabulary } from './vocabulary.ts'

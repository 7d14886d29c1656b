import type { Me } from './api-types.ts'

/** Whether a role usually brings this work, to decide what to offer. The hub decides what is allowed. */
export const mayRecordClues = ({ officer }: Me): boolean => hasRole(officer.roles, 'intake', 'handler')
export const mayOpenCases = ({ officer }: Me): boolean => hasRole(officer.roles, 'handler', 'leader')
export const mayBreakGlass = ({ officer }: Me): boolean => hasRole(officer.roles, 'leader', 'duty_officer')
/** Whoever answers others, or asks them. */
export const seesAssistance = ({ officer }: Me): boolean =>
  hasRole(officer.roles, 'handler', 'leader', 'duty_officer', 'auditor')
export const seesEmergencies = ({ officer }: Me): boolean =>
  hasRole(officer.roles, 'handler', 'leader', 'duty_officer', 'auditor')
export const mayProposeAgreements = ({ officer }: Me): boolean => hasRole(officer.roles, 'leader')

/** Those who run the platform see no clue, case or dossier: administration and casework are kept apart. */
export const worksOnCases = ({ officer }: Me): boolean => officer.roles.some((role) => !role.endsWith('_admin'))

/** Who may propose officers and their roles: for every agency, or as an agency's own administrator. */
export const proposesOfficers = ({ officer }: Me): boolean => hasRole(officer.roles, 'system_admin', 'agency_admin')
export const administersOwn = ({ officer }: Me): boolean => hasRole(officer.roles, 'agency_admin')
/** Who looks after the register of officers, or answers for one's own. */
export const readsRegister = ({ officer }: Me): boolean =>
  hasRole(officer.roles, 'system_admin', 'security_admin', 'audit_admin', 'agency_admin', 'leader')
/** Where an agency is told outside the hub. */
export const keepsWebhooks = ({ officer }: Me): boolean => hasRole(officer.roles, 'agency_admin', 'leader')
/** The three administrators of the operator keep the rules. */
export const keepsRules = ({ officer }: Me): boolean =>
  hasRole(officer.roles, 'system_admin', 'security_admin', 'audit_admin')
/** Who has damage in the store put right: the leader of an agency, and the administrators of the operator. */
export const seesDamage = ({ officer }: Me): boolean =>
  hasRole(officer.roles, 'leader', 'system_admin', 'security_admin')
/** The audit administrator watches over the other two. */
export const auditsAdministration = ({ officer }: Me): boolean => hasRole(officer.roles, 'audit_admin')
/** The owner of records goes through what the log holds about them. */
export const auditsOwn = ({ officer }: Me): boolean =>
  hasRole(officer.roles, 'handler', 'leader', 'auditor', 'audit_admin')
export const mayFormTaskForces = ({ officer }: Me): boolean => hasRole(officer.roles, 'handler', 'leader')
export const seesTaskForces = ({ officer }: Me): boolean =>
  hasRole(officer.roles, 'handler', 'leader', 'procurator', 'auditor')
/** Procurators watch; an agency knows which of its own cases are listed. */
export const seesRadar = ({ officer }: Me): boolean =>
  hasRole(officer.roles, 'procurator', 'leader', 'handler', 'auditor')
export const mayDraw = ({ officer }: Me): boolean => hasRole(officer.roles, 'procurator')
/** A leader has what a court may ask for kept from destruction. */
export const laysHolds = ({ officer }: Me): boolean => hasRole(officer.roles, 'leader')
/** A leader answers for what the agency has opened to others. */
export const reviewsGrants = ({ officer }: Me): boolean => hasRole(officer.roles, 'leader')

const hasRole = (roles: readonly string[], ...wanted: string[]): boolean => wanted.some((role) => roles.includes(role))

import type { Me } from './api-types.ts'

/** Whether a role usually brings this work, to decide what to offer. The hub decides what is allowed. */
export const mayRecordClues = ({ officer }: Me): boolean => hasRole(officer.roles, 'intake', 'handler')
export const mayOpenCases = ({ officer }: Me): boolean => hasRole(officer.roles, 'handler', 'leader')
export const mayProposeAgreements = ({ officer }: Me): boolean => hasRole(officer.roles, 'leader')

/** Those who run the platform see no clue, case or dossier: administration and casework are kept apart. */
export const worksOnCases = ({ officer }: Me): boolean => officer.roles.some((role) => !role.endsWith('_admin'))

const hasRole = (roles: readonly string[], ...wanted: string[]): boolean => wanted.some((role) => roles.includes(role))

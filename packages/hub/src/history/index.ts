export { officerRolesAt, rolesAt } from './past-roles.ts'
export { pastRow } from './past-row.ts'

/** How often what could be used to probe for records may be done; counted in the database, for all processes together. */
export type Limits = {
  readonly hitsPerOfficerHour: number
  readonly hitsPerAgencyDay: number
  readonly requestsPerOfficerDay: number
}

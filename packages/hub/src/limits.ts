/** How often what could be used to probe for records may be done; counted in the database, for all processes together. */
export type Limits = {
  readonly hitsPerOfficerHour: number
  readonly hitsPerAgencyDay: number
  readonly requestsPerOfficerDay: number
  /** How long a file may be, how many a case may have, and how many an officer may have on the way. */
  readonly fileBytes: number
  readonly filesPerCase: number
  readonly openUploads: number
}

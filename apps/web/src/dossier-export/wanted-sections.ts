/** All sections are asked for as a whole, so that the file also lists those that are withheld; fewer by name. */
export const wantedSections = (readable: readonly string[], chosen: readonly string[]): { sectionIds?: string[] } =>
  readable.every((id) => chosen.includes(id)) ? {} : { sectionIds: readable.filter((id) => chosen.includes(id)) }

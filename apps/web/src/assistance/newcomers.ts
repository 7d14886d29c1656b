type Waiting = { readonly id: string; readonly urgency: string; readonly standing: string }

/** Requests of the highest urgency that nobody has signed in and that were not there at the look before. */
export const newcomers = (seen: ReadonlySet<string>, waiting: readonly Waiting[]): string[] =>
  waiting
    .filter(({ id, urgency, standing }) => urgency === 'hours_2' && standing === 'sent' && !seen.has(id))
    .map(({ id }) => id)

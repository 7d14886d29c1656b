type Whom = { readonly closer: string; readonly agency: { readonly id: string } | null }

/** Whom to turn to, each once: two grants of one agency are one call. */
export const whomOnce = <Asked extends Whom>(all: readonly Asked[]): Asked[] => [
  ...new Map(all.map((whom) => [`${whom.closer} ${whom.agency?.id}`, whom])).values(),
]

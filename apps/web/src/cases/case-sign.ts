type Watched = {
  readonly grants: readonly { readonly id: string; readonly state: string; readonly version: number }[]
  readonly sections: readonly { readonly position: number; readonly kind: string; readonly version?: number }[]
  readonly handoffs: readonly { readonly id: string; readonly state: string; readonly version: number }[]
}

/** A short text that differs when others changed who works on a case, its dossier's sections or its handoffs. */
export const caseSign = ({ grants, sections, handoffs }: Watched): string =>
  [
    ...grants.map(({ id, state, version }) => `g${id}:${state}:${version}`),
    ...sections.map(({ position, kind, version }) => `s${position}:${kind}:${version ?? ''}`),
    ...handoffs.map(({ id, state, version }) => `h${id}:${state}:${version}`),
  ]
    .toSorted()
    .join(' ')

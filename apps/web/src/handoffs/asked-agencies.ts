type Agency = { readonly id: string; readonly kind: string; readonly parentId: string | null }
type Between = { readonly from: { readonly id: string }; readonly to: Agency }

/** Whom a step may name: another receiver of the same kind of work, a procuratorate, or whoever decides between both sides. */
export function askedAgencies<A extends Agency>(
  agencies: readonly A[],
  { from, to }: Between,
  asked: 'receiver' | 'procuratorate' | 'decider',
): A[] {
  if (asked === 'receiver')
    return agencies.filter(({ id, kind }) => id !== from.id && id !== to.id && kind !== 'operator')
  if (asked === 'procuratorate') return agencies.filter(({ kind }) => kind === 'procuratorate')
  const parents = new Set(agencies.map(({ parentId }) => parentId))
  return agencies.filter(({ id, kind }) => kind === 'procuratorate' || parents.has(id))
}

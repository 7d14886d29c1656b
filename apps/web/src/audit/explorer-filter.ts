export const kinds = ['reading', 'writing', 'sharing', 'handing', 'leaving'] as const
export const spans = [1, 7, 30, 180] as const

/** What was chosen above the list, as it stands in the address. */
export type Chosen = {
  readonly kind?: string | undefined
  readonly agency?: string | undefined
  readonly by?: string | undefined
  readonly outcome?: string | undefined
  readonly days?: string | undefined
  readonly record?: string | undefined
  readonly officer?: string | undefined
}

export type Asked = {
  readonly group?: (typeof kinds)[number]
  readonly agencyId?: string
  readonly isByOthers?: true
  readonly outcome?: 'refused'
  readonly from?: string
  readonly recordId?: string
  readonly officerId?: string
}

/** The question to the hub. What an address says that cannot be chosen is left out. */
export function askedBy({ kind, agency, by, outcome, days, record, officer }: Chosen, now: Date): Asked {
  const group = kinds.find((one) => one === kind)
  const span = spans.find((one) => String(one) === days)
  return {
    ...(group && { group }),
    ...(agency && isId(agency) && { agencyId: agency }),
    ...(by === 'others' && { isByOthers: true as const }),
    ...(outcome === 'refused' && { outcome: 'refused' as const }),
    ...(span && { from: new Date(now.getTime() - span * 24 * 3600_000).toISOString() }),
    ...(record && isId(record) && { recordId: record }),
    ...(officer && isId(officer) && { officerId: officer }),
  }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

type LookedAt = {
  readonly record: { readonly id: string } | null
  readonly agency: { readonly id: string } | null
  readonly officerId?: string | null
}

/** Where the entries lie that a line of the overview counts. */
export function entriesHref({ record, agency, officerId }: LookedAt): string {
  const chosen = {
    view: 'entries',
    ...(record && { record: record.id }),
    ...(agency && { agency: agency.id }),
    ...(officerId && { officer: officerId }),
  }
  return `/audit?${new URLSearchParams(chosen)}`
}

export const recordHref = ({ kind, id }: { readonly kind: 'Case' | 'Clue'; readonly id: string }): string =>
  kind === 'Case' ? `/cases/${id}` : `/clues/${id}`

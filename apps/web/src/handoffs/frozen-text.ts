/** One readable part of a frozen item: the name of its field and what stood there. */
export type FrozenPart = { readonly field: FrozenField; readonly text: string }

/** The fields of a frozen record that are text, in the order in which they are read. */
export const frozenFields = [
  'number',
  'name',
  'title',
  'charge',
  'openedOn',
  'reportedOn',
  'place',
  'legalBasis',
  'purpose',
  'summary',
  'content',
  'text',
  'note',
] as const
type FrozenField = (typeof frozenFields)[number] | 'figure' | 'event'

/** What an officer reads of an item. The bytes the digest is over are shown beside it, unabridged. */
export function frozenParts(content: string): FrozenPart[] {
  const value = parsed(content)
  if (value === undefined) return content === '' ? [] : [{ field: 'text', text: content }]
  if (Array.isArray(value)) return value.flatMap((each) => figure(each))
  const record = value as Readonly<Record<string, unknown>>
  const told = frozenFields.flatMap((field) => {
    const text = record[field]
    return typeof text === 'string' && text !== '' ? [{ field, text }] : []
  })
  const events = Array.isArray(record.events) ? record.events.flatMap((each) => event(each)) : []
  return [...told, ...events]
}

const figure = (each: {
  readonly what?: string
  readonly asWritten?: string
  readonly source?: string
}): FrozenPart[] =>
  each.asWritten
    ? [{ field: 'figure', text: [each.what, `“${each.asWritten}”`, each.source].filter(Boolean).join(' · ') }]
    : []

const event = (each: { readonly happenedOn?: string; readonly what?: string }): FrozenPart[] =>
  each.what ? [{ field: 'event', text: [each.happenedOn, each.what].filter(Boolean).join(' ') }] : []

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

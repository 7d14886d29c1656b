import { Node } from '@tiptap/core'

/** What a block may be bound to: something that happened, an amount with its source, the goods of a clue, words of a clue. */
export const boundKinds = ['event', 'figure', 'goods', 'quotation'] as const
export type BoundKind = (typeof boundKinds)[number]

export type Bound = { readonly kind: BoundKind; readonly recordId: string }

/**
 * A block that shows a record. It holds no more than which one: what there is to see each reader reads with their own
 * rights. Of a quotation it also holds the digest of the words, so that a sealed section says what was quoted.
 */
export const RecordBlock = Node.create({
  name: 'recordBlock',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    kind: { default: 'event', parseHTML: (element) => element.getAttribute('data-kind') },
    recordId: { default: '', parseHTML: (element) => element.getAttribute('data-record') },
    digest: { default: null, parseHTML: (element) => element.getAttribute('data-digest') },
  }),
  parseHTML: () => [{ tag: 'div[data-record]' }],
  renderHTML: ({ node: { attrs } }) => [
    'div',
    { 'data-record': attrs.recordId, 'data-kind': attrs.kind, 'data-digest': attrs.digest },
  ],
})

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The record that a block's attributes name; nothing when they name none, whoever wrote them. */
export function boundBy(attrs: Readonly<Record<string, unknown>> | undefined): Bound | undefined {
  const kind = boundKinds.find((known) => known === attrs?.kind)
  return kind && typeof attrs?.recordId === 'string' && uuid.test(attrs.recordId)
    ? { kind, recordId: attrs.recordId }
    : undefined
}

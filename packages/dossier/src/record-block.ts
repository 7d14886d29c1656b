import { Node } from '@tiptap/core'

/**
 * What a block may be bound to: something that happened, an amount with its source, the goods of a clue, words of a clue,
 * an item of evidence, the list that evidence was seized by, and a picture among the files.
 */
export const boundKinds = ['event', 'figure', 'goods', 'quotation', 'evidence', 'seizure', 'image'] as const
export type BoundKind = (typeof boundKinds)[number]

export type Bound = { readonly kind: BoundKind; readonly recordId: string }

/**
 * A block that shows a record. It holds no more than which one: what there is to see each reader reads with their own
 * rights. Of what has a digest it also holds that, so that a sealed section says what was quoted.
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

type Attributes = Readonly<Record<string, unknown>>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The record that a block's attributes name; nothing when they name none, whoever wrote them. */
export function boundBy(attrs: Attributes | undefined): Bound | undefined {
  const kind = boundKinds.find((known) => known === attrs?.kind)
  return kind && typeof attrs?.recordId === 'string' && uuid.test(attrs.recordId)
    ? { kind, recordId: attrs.recordId }
    : undefined
}

/** The record that a node of a document shows. */
export function boundAt(type: string, attrs: Attributes | undefined): Bound | undefined {
  if (type === 'recordBlock') return boundBy(attrs)
  return type === 'imageBlock' ? boundBy({ ...attrs, kind: 'image' }) : undefined
}

/** The digest that a block holds of its record, if it is one. */
export const digestHeld = (attrs: Attributes | undefined): string | undefined =>
  typeof attrs?.digest === 'string' && /^[0-9a-f]{64}$/.test(attrs.digest) ? attrs.digest : undefined

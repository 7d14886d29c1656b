import type { zh } from './zh.ts'

export const en: Record<keyof typeof zh, string> = {
  hint: 'Every act, every sensitive reading and every refused attempt. Newest first; no agency can change it.',
  onlyRefused: 'Refused only',
  refused: 'Refused',
  inTree: 'In the tree #{index}',
  pending: 'Awaiting the tree',
  rule: 'Rule',
  leaf: 'Leaf hash',
  head: 'Tree root',
  headSize: '{size} entries',
  noHead: 'No tree head yet',
  headAt: 'Made at',
  empty: 'Nothing recorded yet',
  emptyHint: 'Acts on this case appear here within seconds.',
  noneRefused: 'No refused attempt',
  more: 'Load older entries',
  moreLeft: '{n} shown; there are older ones.',
}

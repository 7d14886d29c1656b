import { Node } from '@tiptap/core'

/** A note that stands in the text as a number and whose words stand below it. The number is counted, never stored. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
})

import { Node } from '@tiptap/core'

/**
 * A picture among the files of the case, by its id and digest; whoever may not see the file sees none. Its caption is
 * words of the section, which have a writer as any others do.
 */
export const ImageBlock = Node.create({
  name: 'imageBlock',
  group: 'block',
  atom: true,
  draggable: true,
  content: 'text*',
  marks: '',
  addAttributes: () => ({
    recordId: { default: '', parseHTML: (element) => element.getAttribute('data-file') },
    digest: { default: null, parseHTML: (element) => element.getAttribute('data-digest') },
  }),
  parseHTML: () => [{ tag: 'figure[data-file]' }],
  renderHTML: ({ node: { attrs } }) => [
    'figure',
    { 'data-file': attrs.recordId, 'data-digest': attrs.digest },
    ['figcaption', 0],
  ],
})

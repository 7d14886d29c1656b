import { bodyFragment, dossierExtensions } from '@lianban/dossier'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Placeholder } from '@tiptap/extension-placeholder'
import { drawnNodes } from '../blocks/drawn-nodes.tsx'
import { NumberedHeadings } from '../blocks/numbered-headings.ts'
import type { ShownBlocks } from '../blocks/shown-blocks.ts'
import { SectionMarks } from '../comments/marks.ts'
import { AuthorMarks } from './authorship/author-marks.ts'
import type { Person } from './people-present.ts'
import type { SectionRoom } from './section-room.ts'

/** A live editor over the room's document. What others see of me is replaced by the hub with what it knows of me. */
export function makeSectionEditor(options: {
  readonly element: HTMLElement
  readonly room: SectionRoom
  readonly me: Person
  readonly label: string
  readonly placeholder: string
  readonly editable: boolean
  readonly blocks: ShownBlocks
  /** A commented or suggested place was clicked. */
  readonly openMark: (id: string) => void
}): Editor {
  return new Editor({
    element: options.element,
    editable: options.editable,
    injectCSS: false,
    extensions: [
      ...dossierExtensions(drawnNodes(options.blocks)),
      NumberedHeadings,
      SectionMarks.configure({ open: options.openMark }),
      Collaboration.configure({ document: options.room.doc, field: bodyFragment }),
      CollaborationCaret.configure({ provider: options.room.provider, user: { ...options.me }, render: caret }),
      Placeholder.configure({ placeholder: options.placeholder }),
      AuthorMarks,
    ],
    editorProps: {
      attributes: {
        'aria-label': options.label,
        'aria-multiline': 'true',
        role: 'textbox',
        lang: 'zh-CN',
        spellcheck: 'false',
      },
    },
  })
}

function caret(user: { agency?: unknown; name?: unknown; color?: unknown }): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'section-caret'
  mark.style.borderColor = String(user.color)
  const name = document.createElement('span')
  name.className = 'section-caret-name'
  name.style.backgroundColor = String(user.color)
  name.textContent = [user.agency, user.name].filter(Boolean).join(' ')
  mark.append('\u2060', name, '\u2060')
  return mark
}

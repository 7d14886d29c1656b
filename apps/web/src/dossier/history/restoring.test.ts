import { type CanonicalDocument, dossierSchema } from '@lianban/dossier'
import { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { restoring } from './restoring.ts'

const paragraph = (text: string) => ({ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) })
const heading = (text: string) => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] })
const document = (...content: CanonicalDocument[]): CanonicalDocument => ({ type: 'doc', content })

const histories: [string, CanonicalDocument, CanonicalDocument][] = [
  ['a word was struck out', document(paragraph('举报人反映。')), document(paragraph('举报人王某反映。'))],
  ['letters were repeated', document(paragraph('三三三')), document(paragraph('三三三三三'))],
  ['a block was added', document(paragraph('甲'), paragraph('乙')), document(paragraph('甲'))],
  ['all was deleted', document(paragraph('')), document(heading('概况'), paragraph('甲'), paragraph('甲'))],
  [
    'a heading became a paragraph',
    document(paragraph('概况'), paragraph('甲')),
    document(heading('概况'), paragraph('甲')),
  ],
]

test.each(histories)('[WE425] a document is brought back exactly where %s', (_what, now, then) => {
  const state = EditorState.create({ doc: Node.fromJSON(dossierSchema, now) })
  const edit = restoring(state, then)!
  expect(edit.doc.toJSON()).toEqual(Node.fromJSON(dossierSchema, then).toJSON())
})

test('[WE425] what stayed the same is not touched, and where nothing changed there is no edit', () => {
  const state = EditorState.create({
    doc: Node.fromJSON(dossierSchema, document(paragraph('首段'), paragraph('举报人反映。'), paragraph('末段'))),
  })
  const edit = restoring(state, document(paragraph('首段'), paragraph('举报人王某反映。'), paragraph('末段')))!
  const [step] = edit.steps.map((each) => each.toJSON() as { from: number; to: number })
  expect(step).toMatchObject({ from: 8, to: 8 })
  expect(restoring(edit.doc ? state.apply(edit) : state, edit.doc.toJSON() as CanonicalDocument)).toBeUndefined()
})

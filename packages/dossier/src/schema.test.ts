import { describe, expect, test } from 'vitest'
import { dossierExtensions, dossierSchema } from './schema.ts'
import { jointCaseDossier, templates } from './templates.ts'

describe('the schema of a section', () => {
  test('[DO1] server and editor know exactly the same blocks and marks', () => {
    expect(Object.keys(dossierSchema.nodes).sort()).toEqual([
      'blockquote',
      'bulletList',
      'doc',
      'hardBreak',
      'heading',
      'listItem',
      'orderedList',
      'paragraph',
      'text',
    ])
    expect(Object.keys(dossierSchema.marks).sort()).toEqual(['bold', 'italic', 'underline'])
  })

  test('[DO2] nothing in the editor undoes or writes without an officer', () => {
    const options = dossierExtensions()[0]?.options
    expect(options).toMatchObject({ undoRedo: false, trailingNode: false })
  })
})

describe('templates', () => {
  test('[DO8] the joint case dossier begins with six numbered sections in two languages', () => {
    expect(jointCaseDossier.sections).toHaveLength(6)
    for (const [i, { zh, en }] of jointCaseDossier.sections.entries()) {
      expect(zh).toMatch(new RegExp(`^${'一二三四五六'[i]}、`))
      expect(en).toMatch(new RegExp(`^${i + 1}\\. `))
    }
  })

  test('[DO8] no two templates share an id', () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
  })
})

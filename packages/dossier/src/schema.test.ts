import { describe, expect, test } from 'vitest'
import { dossierExtensions, dossierSchema } from './schema.ts'
import { templates } from './templates.ts'

describe('the schema of a section', () => {
  test('[DO1] server and editor know exactly the same blocks and marks', () => {
    expect(Object.keys(dossierSchema.nodes).sort()).toEqual([
      'blockquote',
      'bulletList',
      'doc',
      'footnote',
      'hardBreak',
      'heading',
      'imageBlock',
      'listItem',
      'orderedList',
      'paragraph',
      'recordBlock',
      'table',
      'tableCell',
      'tableHeader',
      'tableRow',
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
  test.each(templates)('[DO8] the sections of $id are numbered in two languages', ({ sections }) => {
    expect(sections.length).toBeGreaterThan(3)
    for (const [i, { zh, en }] of sections.entries()) {
      expect(zh).toMatch(new RegExp(`^${'一二三四五六'[i]}、`))
      expect(en).toMatch(new RegExp(`^${i + 1}\\. `))
    }
  })

  test('[DO30] a dossier, a clue assessment, a transfer report and an assistance reply have templates', () => {
    expect(templates.map(({ name }) => name.zh)).toEqual([
      '联合专案卷宗',
      '线索研判报告',
      '涉嫌犯罪案件调查报告',
      '协查复函',
    ])
  })

  test('[DO8] no two templates share an id', () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
  })
})

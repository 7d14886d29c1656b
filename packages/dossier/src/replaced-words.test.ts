import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { applyUpdate, Doc } from 'yjs'
import { aSectionLog, heading, paragraph } from './a-section-log.ts'
import { anchorIn, rangeIn } from './anchors.ts'
import { canonicalForm } from './document.ts'
import { plainText } from './plain-text.ts'
import { replacedWords } from './replaced-words.ts'
import { bodyFragment, dossierSchema } from './schema.ts'

/** What a page shows, and a place in it by its words. */
function aPage(log: ReturnType<typeof aSectionLog>) {
  const doc = new Doc()
  for (const { update } of log.rows) applyUpdate(doc, update)
  const type = doc.getXmlFragment(bodyFragment)
  const { doc: node, mapping } = initProseMirrorDoc(type, dossierSchema)
  const shared = { doc, type, mapping: mapping as never }
  const place = (words: string, of = words.length) => {
    let from = -1
    node.descendants((each, at) => {
      const found = each.isText ? each.text!.indexOf(words) : -1
      if (found >= 0 && from < 0) from = at + found
      return true
    })
    return { from, to: from + of }
  }
  return {
    doc,
    shared,
    node,
    anchor: (words: string, of?: number) => anchorIn(shared, place(words, of)),
    text: () => plainText(dossierSchema.nodeFromJSON(canonicalForm(doc))),
  }
}
const aSection = (...content: Parameters<ReturnType<typeof aSectionLog>['edit']>[1][]) => {
  const log = aSectionLog()
  log.edit('hana', ...content)
  return log
}

test('[DO40] words are replaced where they stand by now, as an edit of its own client id', () => {
  const log = aSection(paragraph('扣押烟弹三百条。'))
  const anchor = aPage(log).anchor('烟弹')
  log.edit('pavel', heading('查获'), paragraph('当日扣押烟弹三百条。'))
  const page = aPage(log)
  const edit = replacedWords(page.doc, { anchor, seen: '烟弹', proposed: '烟具' })
  const other = aPage(log)
  applyUpdate(other.doc, edit!)
  expect([page.text(), other.text()]).toEqual(['查获\n当日扣押烟具三百条。', '查获\n当日扣押烟具三百条。'])
  const ids = [...log.authors.keys()]
  expect(ids).not.toContain(page.doc.clientID)
})

test('[DO40] words are inserted at a place and deleted, and a line break stays one', () => {
  const log = aSection(paragraph('扣押烟弹。'))
  const anchor = aPage(log).anchor('烟弹', 0)
  const replaced = (seen: string, proposed: string, at = anchor) => {
    const page = aPage(log)
    replacedWords(page.doc, { anchor: at, seen, proposed })
    return page.text()
  }
  expect(replaced('', '一批')).toBe('扣押一批烟弹。')
  expect(replaced('烟弹', '', aPage(log).anchor('烟弹'))).toBe('扣押。')
  expect(replaced('', '：\n其中')).toBe('扣押：\n其中烟弹。')
})

test('[DO40] a section without a word takes its first', () => {
  const page = aPage(aSectionLog())
  const anchor = anchorIn(page.shared, { from: 0, to: 0 })
  replacedWords(page.doc, { anchor, seen: '', proposed: '经查' })
  expect(page.text()).toBe('经查')
})

test('[DO41] nothing is replaced where the words are gone, read otherwise, or reach over two blocks', () => {
  const log = aSection(paragraph('扣押烟弹三百条。'), paragraph('移送。'))
  const page = aPage(log)
  const anchor = page.anchor('烟弹')
  const across = anchorIn(page.shared, { from: 3, to: page.node.content.size - 2 })
  const tried = (at: typeof anchor, seen: string) =>
    replacedWords(aPage(log).doc, { anchor: at, seen, proposed: '烟具' })
  expect(tried(anchor, '烟')).toBeUndefined()
  expect(tried(across, page.node.textBetween(3, page.node.content.size - 2))).toBeUndefined()
  expect(tried({ from: 'AAECAw', to: 'AAECBA' }, '烟弹')).toBeUndefined()
  expect(tried({ from: '', to: '!' }, '')).toBeUndefined()
  log.edit('pavel', paragraph('扣押烟丝三百条。'), paragraph('移送。'))
  expect(tried(anchor, '烟弹')).toBeUndefined()
  log.edit('pavel', paragraph('移送。'))
  expect(tried(anchor, '烟弹')).toBeUndefined()
})

test('[DO41] an anchor finds its words again wherever others moved them', () => {
  const log = aSection(paragraph('扣押烟弹三百条。'))
  const anchor = aPage(log).anchor('三百条')
  log.edit('pavel', heading('序'), paragraph('扣押烟弹三百条。'))
  log.edit('pavel', heading('序'), paragraph('当日扣押烟弹三百条。'))
  log.edit('pavel', heading('序'), paragraph('当日扣押烟弹三百条整。'))
  const { shared, node } = aPage(log)
  const range = rangeIn(shared, anchor)!
  expect(node.textBetween(range.from, range.to)).toBe('三百条')
})

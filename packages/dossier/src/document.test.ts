import { describe, expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { canonicalDocument, documentFromText, textOf } from './document.ts'
import { bodyFragment } from './schema.ts'

describe('what a section says', () => {
  test('[DO3] the same words typed in another order have one canonical form', () => {
    const typed = aSection((paragraph) => {
      const text = new XmlText()
      paragraph.insert(0, [text])
      for (const word of ['扣押', '卷烟', '三百条']) text.insert(text.length, word)
    })
    const mended = aSection((paragraph) => {
      const text = new XmlText()
      paragraph.insert(0, [text])
      text.insert(0, '三百箱')
      text.insert(0, '扣押电子烟')
      text.delete(2, 3)
      text.insert(2, '卷烟')
      text.delete(6, 1)
      text.insert(6, '条')
    })

    expect(encoded(typed)).not.toEqual(encoded(mended))
    expect(canonicalDocument(mended)).toEqual(canonicalDocument(typed))
    expect(canonicalDocument(typed)).toEqual({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '扣押卷烟三百条' }] }],
    })
  })

  test('[DO3] neighbouring texts with the same marks are one text', () => {
    const update = aSection((paragraph) => {
      const [first, second] = [new XmlText(), new XmlText()]
      paragraph.insert(0, [first, second])
      first.insert(0, '涉案', { bold: {} })
      second.insert(0, '人员', { bold: {} })
      second.insert(2, '名单', { bold: null })
    })

    expect(canonicalDocument(update).content?.[0]?.content).toEqual([
      { type: 'text', text: '涉案人员', marks: [{ type: 'bold' }] },
      { type: 'text', text: '名单' },
    ])
  })

  test('[DO4] an untouched section reads as one empty paragraph', () => {
    const untouched = encodeStateAsUpdate(new Doc())
    expect(canonicalDocument(untouched)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
    expect(canonicalDocument(untouched)).toEqual(canonicalDocument(documentFromText([''])))
    expect(textOf(untouched)).toBe('')
  })

  test('[DO5] a block that the schema does not know is left out', () => {
    const update = aSection((paragraph, fragment) => {
      paragraph.insert(0, [new XmlText('线索')])
      fragment.insert(1, [new XmlElement('script')])
    })
    expect(JSON.stringify(canonicalDocument(update))).not.toContain('script')
    expect(textOf(update)).toBe('线索')
  })

  test('[DO6] text has a line for each block and each hard break', () => {
    const update = aSection((paragraph, fragment) => {
      paragraph.insert(0, [new XmlText('第一行'), new XmlElement('hardBreak'), new XmlText('第二行')])
      const list = new XmlElement('bulletList')
      fragment.insert(1, [list])
      for (const word of ['甲', '乙']) {
        const item = new XmlElement('listItem')
        const line = new XmlElement('paragraph')
        list.push([item])
        item.insert(0, [line])
        line.insert(0, [new XmlText(word)])
      }
    })
    expect(textOf(update)).toBe('第一行\n第二行\n甲\n乙')
  })

  test('[DO7] a loaded text becomes headings and paragraphs in its order', () => {
    const update = documentFromText([{ heading: 2, text: '基本情况' }, '2024年5月21日立案。', '', '末段'])
    expect(textOf(update)).toBe('基本情况\n2024年5月21日立案。\n\n末段')
    expect(canonicalDocument(update).content?.[0]).toEqual({
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: '基本情况' }],
    })
  })

  test('[DO7] a loaded text can be edited further by an officer', () => {
    const doc = new Doc()
    applyUpdate(doc, documentFromText(['立案']))
    const paragraph = doc.getXmlFragment(bodyFragment).get(0) as XmlElement
    ;(paragraph.get(0) as XmlText).insert(2, '侦查')
    expect(textOf(encodeStateAsUpdate(doc))).toBe('立案侦查')
  })
})

function aSection(write: (paragraph: XmlElement, fragment: ReturnType<Doc['getXmlFragment']>) => void): Uint8Array {
  const doc = new Doc()
  const fragment = doc.getXmlFragment(bodyFragment)
  const paragraph = new XmlElement('paragraph')
  fragment.insert(0, [paragraph])
  write(paragraph, fragment)
  return encodeStateAsUpdate(doc)
}

const encoded = (update: Uint8Array) => Buffer.from(update).toString('hex')

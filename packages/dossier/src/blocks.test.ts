import { expect, test } from 'vitest'
import { Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { canonicalDocument, textOf } from './document.ts'
import { boundIn, headingsOf } from './outline-of.ts'
import { bodyFragment } from './schema.ts'

const event = '01890000-0000-7000-8000-000000000001'
const quotation = '01890000-0000-7000-8000-000000000002'

function aSection(...blocks: XmlElement[]): Uint8Array {
  const doc = new Doc()
  doc.getXmlFragment(bodyFragment).insert(0, blocks)
  return encodeStateAsUpdate(doc)
}
function element(name: string, attrs: Record<string, unknown>, ...children: (XmlElement | XmlText)[]): XmlElement {
  const made = new XmlElement<Record<string, never>>(name)
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value as never)
  made.insert(0, children)
  return made as unknown as XmlElement
}
const paragraph = (...children: (XmlElement | XmlText)[]) => element('paragraph', {}, ...children)
const text = (words: string) => new XmlText(words)
const record = (kind: unknown, recordId: unknown, digest?: string) =>
  element('recordBlock', { kind, recordId, ...(digest && { digest }) })

test('[DO32] a bound block is in the document as kind and id, a quotation with its digest', () => {
  const document = canonicalDocument(aSection(record('event', event), record('quotation', quotation, 'ab12')))
  expect(document.content).toEqual([
    { type: 'recordBlock', attrs: { kind: 'event', recordId: event, digest: null } },
    { type: 'recordBlock', attrs: { kind: 'quotation', recordId: quotation, digest: 'ab12' } },
  ])
})

test('[DO33] the records that a section shows are told once each, and what names none is none', () => {
  const update = aSection(
    record('event', event),
    element('blockquote', {}, record('quotation', quotation)),
    record('event', event),
    record('person', event),
    record('event', "'; drop table cases"),
    record('event', 7),
  )
  expect(boundIn(canonicalDocument(update))).toEqual([
    { kind: 'event', recordId: event },
    { kind: 'quotation', recordId: quotation },
  ])
})

const image = (caption: string) => element('imageBlock', { recordId: event, digest: 'ab12' }, text(caption))

test('[DO71] a picture is the id and digest of a file with its caption, and is told among the records', () => {
  const document = canonicalDocument(aSection(image('仓库东侧货架')))
  expect(document.content).toEqual([
    {
      type: 'imageBlock',
      attrs: { recordId: event, digest: 'ab12' },
      content: [{ type: 'text', text: '仓库东侧货架' }],
    },
  ])
  expect(boundIn(document)).toEqual([{ kind: 'image', recordId: event }])
})

test('[DO72] the caption of a picture is among the words of the section', () => {
  expect(textOf(aSection(paragraph(text('如图。')), image('仓库东侧货架')))).toBe('如图。\n〔图片〕仓库东侧货架')
})

test.each([
  ['evidence', '证据引用'],
  ['seizure', '扣押物品清单'],
])('[DO34] the text says that a record of the kind %s is shown', (kind, words) => {
  expect(textOf(aSection(record(kind, event)))).toBe(`〔${words}〕`)
})

test('[DO34] the text says that a record is shown and no word of it', () => {
  expect(textOf(aSection(paragraph(text('查获：')), record('figure', event), record('quotation', quotation)))).toBe(
    '查获：\n〔数量与金额〕\n〔线索引用〕',
  )
})

test('[DO35] a table reads row by row, its cells apart', () => {
  const row = (kind: string, ...cells: string[]) =>
    element('tableRow', {}, ...cells.map((words) => element(kind, {}, paragraph(text(words)))))
  const update = aSection(element('table', {}, row('tableHeader', '品名', '数量'), row('tableCell', '烟弹', '300个')))
  expect(textOf(update)).toBe('品名\t数量\n烟弹\t300个')
  expect(JSON.stringify(canonicalDocument(update))).toContain('"type":"tableHeader"')
})

test('[DO36] a footnote is a counted mark in its sentence, and its words stand at the end', () => {
  const note = (words: string) => element('footnote', {}, text(words))
  const update = aSection(
    paragraph(text('查获烟弹'), note('已送检'), text('若干，')),
    element('heading', { level: 2 }, text('烟具'), note('见清单')),
  )
  expect(textOf(update)).toBe('查获烟弹〔注1〕若干，\n烟具〔注2〕\n〔注1〕已送检\n〔注2〕见清单')
  expect(headingsOf(canonicalDocument(update))).toEqual([{ level: 2, number: '（一）', text: '烟具' }])
})

test('[DO37] a contents line is there for each heading that says something', () => {
  const heading = (level: number, words: string) => element('heading', { level }, text(words))
  const update = aSection(heading(2, '来源'), heading(2, ''), paragraph(text('略')), heading(3, '举报'))
  expect(headingsOf(canonicalDocument(update))).toEqual([
    { level: 2, number: '（一）', text: '来源' },
    { level: 3, number: '1.', text: '举报' },
  ])
})

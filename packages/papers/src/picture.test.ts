import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { aPaper, pagesIn, wordsIn } from './a-paper.ts'
import { aJpegHead, aPng } from './a-picture.ts'
import { docxOf } from './docx/docx-of.ts'
import type { Block } from './paper.ts'
import { pdfOf } from './pdf/pdf-of.ts'
import { picturesIn, sizeOf } from './picture.ts'

const picture: Block = { kind: 'picture', digest: 'one', caption: '仓库东侧货架', source: '北京烟草，现场.png' }
const paperWith = (bytes: Uint8Array | undefined, before: (Block | string)[] = []) =>
  aPaper([...before, picture, '图后的话。'], {
    pictures: new Map(bytes ? [['one', bytes]] : []),
    watermark: '北京烟草 承办员',
  })
const latin = (file: Uint8Array) => Buffer.from(file).toString('latin1')

test('[PA25] a picture is no larger than it is and no larger than there is room for', () => {
  const sizes = (bytes: Uint8Array) => sizeOf(picturesIn(new Map([['one', bytes]])).get('one')!)
  expect(sizes(aPng(100, 40))).toEqual({ width: 75, height: 30 })
  const wide = sizes(aPng(3000, 1000))
  expect(wide.width).toBeCloseTo(442.2, 1)
  expect(wide.width / wide.height).toBeCloseTo(3, 6)
  expect(sizes(aPng(100, 4000)).height).toBeLessThan(400)
})

test.each([
  [1, 400, 300, 0],
  [3, 400, 300, 2],
  [6, 300, 400, 1],
  [8, 300, 400, 3],
])(
  '[PA25] a photograph taken with orientation %i is %i by %i to whoever looks at it',
  (held, width, height, quarters) => {
    const found = picturesIn(new Map([['one', aJpegHead(400, 300, held)]])).get('one')
    expect(found).toMatchObject({ format: 'jpg', width, height, quarters })
  },
)

test('[PA25] the PDF has the picture once, with its words on the same page and the watermark over it', async () => {
  const filling = '文'.repeat(28 * 14)
  const { file } = await pdfOf(paperWith(aPng(600, 600), [filling]))
  expect(latin(file).match(/\/Subtype \/Image/g)).toHaveLength(1)
  const words = await wordsIn(file)
  const page = words.findIndex((text) => text.includes('仓库东侧货架'))
  expect(page).toBe(1)
  expect(words[page]).toContain('北京烟草，现场.png')
  const items = (await pagesIn(file))[page]!
  const aslant = items.findIndex(({ isAslant }) => isAslant)
  expect(aslant).toBeGreaterThan(items.findIndex(({ text }) => text.includes('仓')))
})

test('[PA25] the DOCX has the picture with its words, in a line as high as itself', async () => {
  const files = unzipSync(await docxOf(paperWith(aPng(400, 300))))
  expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  const document = strFromU8(files['word/document.xml']!)
  expect(document).toMatch(/仓库东侧货架[\s\S]*北京烟草，现场\.png/)
  const holding = document.match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<w:drawing>/)![0]
  expect(holding).not.toContain('w:lineRule="exact"')
})

test.each([
  ['missing', undefined],
  ['none', Buffer.from('%PDF-1.7')],
  ['cut off', aPng(400, 300).subarray(0, 60)],
  ['changed inside', Buffer.from(aPng(400, 300)).fill(0xff, 50, 70)],
])('[PA26] where a picture is %s its words and the rest of the paper stand', async (_what, bytes) => {
  const all = (await wordsIn((await pdfOf(paperWith(bytes))).file)).join('')
  expect(all).toContain('〔图片未印出〕仓库东侧货架北京烟草，现场.png图后的话。')
  const files = unzipSync(await docxOf(paperWith(bytes)))
  expect(strFromU8(files['word/document.xml']!)).toMatch(/图片未印出[\s\S]*仓库东侧货架[\s\S]*图后的话/)
})

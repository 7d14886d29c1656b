import { expect, test } from 'vitest'
import { aPaper, aslantIn, heading, madeAt, pagesIn, wordsIn } from '../a-paper.ts'
import { notoTypefaces } from '../fonts/noto-typefaces.ts'
import type { Typeface } from '../fonts/typeface.ts'
import { characterPitch, linePitch, points, sheet } from '../sheet.ts'
import { pdfOf } from './pdf-of.ts'

const long = (signs: number) => '文'.repeat(signs)
const mm = (value: number) => (value * 72) / 25.4
const bytes = (file: Uint8Array) => Buffer.from(file).toString('latin1')

test('[PA5][PA6] a page of plain text has 22 lines of 28 characters at their places', async () => {
  const pages = await pagesIn((await pdfOf(aPaper([long(28 * 60)]))).file)
  const page = pages[1]!.filter(({ text }) => text.includes('文'))
  const lines = Map.groupBy(page, ({ y }) => Math.round(y))
  const sizes = [...lines.values()].map((items) => items.reduce((sum, { text }) => sum + [...text].length, 0))
  expect(sizes).toEqual(Array.from({ length: 22 }, () => 28))
  expect(Math.min(...page.map(({ x }) => x))).toBeCloseTo(mm(28), 1)
  const [first, last] = [Math.min(...page.map(({ y }) => y)), Math.max(...page.map(({ y }) => y))]
  expect(first).toBeGreaterThan(mm(37) + 10)
  expect(first).toBeLessThan(mm(37) + linePitch)
  expect(last - first).toBeCloseTo(21 * linePitch, 1)
  expect(characterPitch * 28).toBeCloseTo(points(sheet.textWidth), 6)
})

test('[PA7] closing signs do not begin a line and opening ones do not end it', async () => {
  const words = `${long(26)}。”${long(25)}（甲）${long(24)}《乙》，${long(27)}、${long(20)}`
  const pages = await pagesIn((await pdfOf(aPaper([words]))).file)
  const lines = [...Map.groupBy(pages.flat(), ({ y }) => Math.round(y)).values()].map((items) =>
    items
      .toSorted((one, other) => one.x - other.x)
      .map(({ text }) => text)
      .join(''),
  )
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.filter((line) => /^[。”）》，、]|[（《“]$/.test(line))).toEqual([])
})

test('[PA8] odd pages are numbered at the right and even ones at the left', async () => {
  const pages = await pagesIn((await pdfOf(aPaper([long(28 * 40)]))).file)
  const below = pages.map((page) => page.filter(({ y }) => y > mm(37 + 225)))
  expect(
    below.map((items) =>
      items
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    ),
  ).toEqual(['—1—', '—2—'])
  expect(below[0]![0]!.x).toBeGreaterThan(mm(105))
  expect(below[1]![0]!.x).toBeLessThan(mm(105))
})

test('[PA9] the watermark and the line at the foot stand on every page', async () => {
  const paper = aPaper([long(28 * 60)], { watermark: '北京烟草 承办员 2026-03-02 16:00', foot: '文档摘要 abc123' })
  const { file, pages } = await pdfOf(paper)
  expect(pages).toBe(3)
  expect((await aslantIn(file)).filter((text) => text.includes('北京烟草承办员2026-03-0216:00'))).toHaveLength(3)
  expect((await wordsIn(file)).filter((text) => text.includes('文档摘要abc123'))).toHaveLength(3)
})

test('[PA10] every word is there as text, whatever it is part of', async () => {
  const paper = aPaper(
    [
      '段落“引文”，Latin words 与 3.5% 混排——好……',
      heading(1, '标题甲'),
      { kind: 'list', isOrdered: true, items: [{ words: '项目乙', items: [{ words: '内项丙' }] }] },
      { kind: 'quotation', lines: ['引用丁'], source: '出处戊' },
      { kind: 'table', caption: '表己', headings: [['头庚']], rows: [[['格辛', { text: '粗壬', bold: true }]]] },
    ],
    {
      letterhead: '某局',
      number: '某〔2026〕1号',
      marks: ['内部'],
      addressee: '某总队',
      signature: { agencies: ['署名局'], date: '2026年3月2日' },
      annexes: [{ title: '附表', body: [{ kind: 'paragraph', words: '附文癸' }] }],
      copiedTo: '抄送院',
    },
  )
  const all = (await wordsIn((await pdfOf(paper)).file)).join('')
  const said =
    '关于某事的函|段落“引文”，Latinwords与3.5%混排——好……|一、标题甲|项目乙|内项丙|引用丁|——出处戊|表己|头庚|格辛粗壬'
  const frame = '某局|某〔2026〕1号|内部|某总队：|署名局|2026年3月2日|附件：|附表|附文癸|抄送：|抄送院'
  expect(`${said}|${frame}`.split('|').filter((words) => !all.includes(words))).toEqual([])
})

test('[PA11] fonts are embedded as subsets', async () => {
  const { file } = await pdfOf(aPaper(['短文']))
  expect(file.length).toBeLessThan(60_000)
  expect(bytes(file)).toMatch(/\/FontFile2/)
  expect(bytes(file).match(/\/BaseFont \/(?![A-Z]{6}\+)/g)).toBeNull()
})

test('[PA12] a character that no font has is printed as 〓 and named', async () => {
  const { file, missing } = await pdfOf(aPaper(['姓名𠮷某']))
  expect(missing).toBe('𠮷')
  expect((await wordsIn(file))[0]).toContain('姓名〓某')
})

test('[PA13] a long table repeats its headings and loses no row', async () => {
  const rows = Array.from({ length: 90 }, (_, n) => [`行${n}止`, `值${n}`])
  const { file } = await pdfOf(aPaper([{ kind: 'table', headings: [['名称', '数值']], rows }]))
  const pages = await wordsIn(file)
  expect(pages.length).toBeGreaterThan(3)
  expect(pages.filter((text) => text.includes('名称数值'))).toHaveLength(pages.length)
  expect(rows.filter(([name]) => !pages.join('').includes(name!))).toEqual([])
})

test('[PA13] a row taller than a page goes on over the page', async () => {
  const words = Array.from({ length: 120 }, (_, n) => `第${n}句话说完了。`).join('')
  const pages = await wordsIn(
    (await pdfOf(aPaper([{ kind: 'table', headings: [['头', '文']], rows: [['甲', words.repeat(2)]] }]))).file,
  )
  expect(pages.length).toBeGreaterThan(1)
  for (let n = 0; n < 120; n++) expect(pages.join('')).toContain(`第${n}句`)
})

test('[PA14] notes are numbered through and stand on the page on which they hang', async () => {
  const noted = (text: string, note: string) => ({ kind: 'paragraph', words: [long(400), { text, note }] }) as const
  const pages = await wordsIn((await pdfOf(aPaper([noted('甲', '首注'), noted('乙', '次注')]))).file)
  for (const [mark, note] of [
    ['甲[1]', '[1]首注'],
    ['乙[2]', '[2]次注'],
  ] as const) {
    const page = pages.findIndex((text) => text.includes(mark))
    expect(page).toBeGreaterThanOrEqual(0)
    expect(pages.map((text) => text.includes(note))).toEqual(pages.map((_, n) => n === page))
  }
  expect(pages.findIndex((text) => text.includes('次注'))).toBe(1)
})

test.each([0, 3, 5, 6])(
  '[PA15] a signature has a line of text before it on its page, with %i more lines',
  async (lines) => {
    const signature = { agencies: ['甲局', '乙局'], date: '2026年3月2日', hasPlaceForSeal: true }
    const { file } = await pdfOf(aPaper([long(28 * (10 + lines))], { signature }))
    const last = (await wordsIn(file)).at(-1)!
    expect(last).toMatch(/文.*甲局.*乙局.*2026年3月2日/)
    expect(last).toContain('（印章）')
  },
)

test('[PA16] annexes are named after the text and begin pages of their own', async () => {
  const annexes = [
    { title: '清单', body: [] },
    { title: '名册', body: [] },
  ]
  const pages = await wordsIn((await pdfOf(aPaper(['正文'], { annexes }))).file)
  expect(pages).toHaveLength(3)
  expect(pages[0]).toMatch(/附件：1\.清单.*2\.名册/)
  expect([pages[1], pages[2]]).toEqual([expect.stringMatching(/^附件1清单/), expect.stringMatching(/^附件2名册/)])
})

test('[PA17] a letterhead comes first and in red, and a paper without one begins with its title', async () => {
  const inflated = async (changed: object) => {
    const { file } = await pdfOf(aPaper(['文'], changed))
    const { inflateSync } = await import('node:zlib')
    const streams = [...bytes(file).matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    return streams.map(([, data]) => {
      try {
        return inflateSync(Buffer.from(data!, 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    })
  }
  const withOne = await pdfOf(aPaper(['文'], { letterhead: '某局', number: '某〔2026〕1号' }))
  expect((await wordsIn(withOne.file))[0]).toMatch(/^某局某〔2026〕1号关于某事的函/)
  expect((await inflated({ letterhead: '某局' })).join('')).toMatch(/0\.81/)
  expect((await inflated({})).join('')).not.toMatch(/0\.81/)
  expect((await wordsIn((await pdfOf(aPaper(['文']))).file))[0]).toMatch(/^关于某事的函/)
})

test('[PA18] what cannot be printed is left out', async () => {
  const { file, missing } = await pdfOf(
    aPaper(['甲\0\u0007乙\u202e丙\nd丁', { kind: 'paragraph', words: '<b>&amp;\u2066' }]),
  )
  expect((await wordsIn(file))[0]).toContain('甲乙丙d丁<b>&amp;')
  expect(missing).toBe('')
})

test('[PA19] the same paper gives the same bytes', async () => {
  const paper = aPaper(['文', heading(1, '题')], { watermark: '某人' })
  const [one, other] = [await pdfOf(paper), await pdfOf(paper)]
  expect(Buffer.compare(one.file, other.file)).toBe(0)
  const later = await pdfOf({ ...paper, madeAt: new Date(madeAt.getTime() + 1000) })
  expect(Buffer.compare(one.file, later.file)).not.toBe(0)
})

test('[PA23] a typeface of one’s own is asked for what it is to draw', async () => {
  const asked: string[] = []
  const fang: Typeface = {
    load(characters) {
      asked.push([...characters].join(''))
      return notoTypefaces.fang.load(characters)
    },
  }
  await pdfOf(aPaper(['正文'], { title: '题' }), { typefaces: { ...notoTypefaces, fang } })
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatch(/正文/)
  expect(asked[0]).not.toMatch(/题/)
})

test('[PA24] inner items stand further in, and a quotation names its source at the right', async () => {
  const [page] = await pagesIn(
    (
      await pdfOf(
        aPaper([
          { kind: 'list', isOrdered: true, items: [{ words: '外项', items: [{ words: '内项' }] }] },
          { kind: 'quotation', lines: ['引'], source: '某线索' },
        ]),
      )
    ).file,
  )
  const x = (sign: string) => page!.find(({ text }) => text.includes(sign))!.x
  expect(x('内')).toBeGreaterThan(x('外') + 20)
  expect(x('引')).toBeGreaterThan(mm(28) + 20)
  expect(x('线')).toBeGreaterThan(mm(105))
})

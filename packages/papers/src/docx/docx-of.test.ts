import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { aPaper, heading } from '../a-paper.ts'
import type { Paper } from '../paper.ts'
import { docxOf } from './docx-of.ts'

async function partsOf(paper: Paper): Promise<Record<string, string>> {
  const files = unzipSync(await docxOf(paper))
  return Object.fromEntries(Object.entries(files).map(([name, data]) => [name, strFromU8(data)]))
}
const wordsOf = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')

test('[PA5] the page setup is A4 with the margins and the line grid of the standard', async () => {
  const document = (await partsOf(aPaper(['文'])))['word/document.xml']!
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  for (const margin of ['w:top="2098"', 'w:left="1587"', 'w:right="1474"', 'w:bottom="1984"'])
    expect(document).toContain(margin)
  expect(document).toMatch(/<w:docGrid w:type="lines" w:linePitch="580"/)
})

test('[PA8][PA9] footers number odd and even pages at their outer side, and headers carry the watermark', async () => {
  const parts = await partsOf(aPaper(['文'], { watermark: '北京烟草 承办员', foot: '文档摘要 abc' }))
  const of = (kind: string) => Object.keys(parts).filter((name) => new RegExp(`word/${kind}\\d\\.xml`).test(name))
  expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders')
  expect(of('header')).toHaveLength(2)
  for (const name of of('header')) expect(parts[name]).toContain('string="北京烟草 承办员"')
  for (const name of of('footer')) expect(parts[name]).toMatch(/PAGE[\s\S]*文档摘要 abc/)
  expect(
    of('footer')
      .map((name) => /<w:jc w:val="(\w+)"/.exec(parts[name]!)![1])
      .toSorted(),
  ).toEqual(['left', 'right'])
})

test('[PA20] fonts are named as officers know them, with others in their place', async () => {
  const parts = await partsOf(aPaper([heading(1, '甲'), heading(2, '乙'), '丙'], { title: '题' }))
  for (const font of ['方正小标宋简体', '黑体', '楷体', '仿宋']) {
    expect(parts['word/document.xml']).toContain(`w:eastAsia="${font}"`)
    expect(parts['word/fontTable.xml']).toMatch(new RegExp(`w:name="${font}"><w:altName w:val="[^"]+"`))
  }
  expect(Object.keys(parts)).toContain('word/fontTable.xml')
})

const whole = aPaper(
  [
    '段落“引文”<&>\0',
    heading(1, '一、标题甲'),
    heading(2, '标题乙'),
    { kind: 'paragraph', words: ['文', { text: '粗', bold: true, note: '脚注丙' }] },
    { kind: 'list', isOrdered: true, items: [{ words: '项目丁', items: [{ words: '内项戊' }] }] },
    { kind: 'quotation', lines: ['引用己'], source: '出处庚' },
    { kind: 'table', headings: [['头辛']], rows: [['格壬']] },
  ],
  {
    letterhead: '某局',
    number: '某〔2026〕1号',
    addressee: '某总队',
    annexes: [{ title: '附表', body: [{ kind: 'paragraph', words: '附文癸' }] }],
    signature: { agencies: ['署名局'], date: '2026年3月2日', hasPlaceForSeal: true },
    copiedTo: '抄送院',
    watermark: '某人',
  },
)
const said =
  '某局|某〔2026〕1号|关于某事的函|某总队：|段落“引文”|一、标题甲|（一）标题乙|项目丁|内项戊|引用己|——出处庚|头辛|格壬|附件：附表|（印章）|署名局|2026年3月2日|附文癸|抄送：抄送院'

test('[PA21] the document says the same words with the same numbers', async () => {
  const parts = await partsOf(whole)
  const document = parts['word/document.xml']!
  expect(said.split('|').filter((words) => !wordsOf(document).includes(words))).toEqual([])
  expect(document).toContain('段落“引文”&lt;&amp;&gt;')
  expect(wordsOf(parts['word/footnotes.xml']!)).toContain('脚注丙')
  expect(document).toMatch(/<w:footnoteReference w:id="1"/)
  expect(document).toMatch(/<w:tblHeader/)
  expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>[\s\S]*一、[\s\S]*<w:pStyle w:val="Heading2"\/>/)
  expect(document).toMatch(/<w:pageBreakBefore\/>/)
})

test('[PA16] annexes of a docx are numbered where there are several', async () => {
  const annexes = ['甲表', '乙表'].map((title) => ({ title, body: [] }))
  const text = wordsOf((await partsOf(aPaper([], { annexes })))['word/document.xml']!)
  expect(text).toMatch(/附件：1\.甲表.*2\.乙表附件1甲表附件2乙表/)
})

const office = spawnSync('soffice', ['--version']).status === 0
test.skipIf(!office)(
  `[PA22] LibreOffice opens the docx and finds every word${office ? '' : ' (SKIPPED: there is no soffice on this machine)'}`,
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'papers-'))
    try {
      await writeFile(join(folder, 'paper.docx'), await docxOf(whole))
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      spawnSync('soffice', [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', 'paper.docx'], {
        cwd: folder,
      })
      const text = (await readFile(join(folder, 'paper.txt'), 'utf8')).replace(/\s/g, '')
      expect(said.split('|').filter((words) => !text.includes(words))).toEqual([])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)

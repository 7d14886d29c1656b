import { describe, expect, test } from 'vitest'
import { aSectionLog, bullets, heading, paragraph, startedAt } from './a-section-log.ts'
import { passagesOf } from './authored.ts'
import { blocksOf } from './blocks.ts'
import { bodyFragment } from './schema.ts'

describe('who wrote this', () => {
  test('[DO10] each stretch of a sentence belongs to the officer who typed it', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('现场查获烟弹。'))
    log.edit('pavel', paragraph('现场查获伪装成雾化器的烟弹。'))
    expect(log.wrote()).toEqual([
      ['hana', '现场查获'],
      ['pavel', '伪装成雾化器的'],
      ['hana', '烟弹。'],
    ])
  })

  test('[DO72] the words below a picture are those of whoever wrote them, and the picture is one letter before them', () => {
    const log = aSectionLog()
    const image = (caption: string) => ({
      type: 'imageBlock',
      attrs: { recordId: '01890000-0000-7000-8000-000000000001', digest: null },
      content: [{ type: 'text', text: caption }],
    })
    log.edit('hana', image('货架'))
    log.edit('pavel', image('仓库东侧货架'))
    expect(log.wrote()).toEqual([
      ['hana', '\ufffc'],
      ['pavel', '仓库东侧'],
      ['hana', '货架'],
    ])
  })

  test('[DO10] a claim in the document about its author changes nothing', () => {
    const log = aSectionLog()
    const page = log.page('pavel')
    log.edit('hana', paragraph('原文'))
    page.getMap('authors').set('hana', 'pavel')
    expect(log.wrote()).toEqual([['hana', '原文']])
  })

  test('[DO11] the time is that of the update that brought the words', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('先写。'))
    log.wait(30)
    log.edit('hana', paragraph('先写。后写。'))
    const chronicle = log.chronicle()
    const blocks = blocksOf(chronicle.documentAt(99).getXmlFragment(bodyFragment))
    const times = passagesOf(chronicle, blocks, log.authors).map(({ text, firstAt, lastAt }) => [text, firstAt, lastAt])
    expect(times).toEqual([
      ['先写。', startedAt, startedAt],
      ['后写。', startedAt + 30 * 60_000, startedAt + 30 * 60_000],
    ])
  })

  const moves: [string, ReturnType<typeof paragraph>[]][] = [
    ['divides the paragraph', [paragraph('北京扣押卷烟。'), paragraph('公安移送两人。')]],
    ['makes it a heading', [heading('北京扣押卷烟。公安移送两人。')]],
    ['puts it in a list', [bullets('北京扣押卷烟。公安移送两人。')]],
  ]
  test.each(moves)('[DO12] words keep their author when somebody else %s', (_what, content) => {
    const log = aSectionLog()
    log.edit('hana', paragraph('北京扣押卷烟。公安移送两人。'))
    log.edit('pavel', ...content)
    const wrote = log.wrote()
    expect(wrote.every(([officer]) => officer === 'hana')).toBe(true)
    expect(wrote.map(([, text]) => text).join('')).toBe('北京扣押卷烟。公安移送两人。')
    expect(wrote.some(([, , mover]) => mover === 'pavel')).toBe(true)
  })

  test('[DO12] words that were moved several times still belong to who wrote them', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('甲'.repeat(4)), paragraph('乙'.repeat(4)))
    log.edit('pavel', paragraph('甲甲甲甲乙乙乙乙'))
    log.edit('olga', heading('甲甲甲甲乙乙乙乙'))
    log.edit('pavel', heading('甲甲甲甲乙乙'), paragraph('乙乙'))
    const wrote = log.wrote()
    expect(wrote.every(([officer]) => officer === 'hana')).toBe(true)
    expect(wrote.map(([, text]) => text).join('')).toBe('甲甲甲甲乙乙乙乙')
  })

  test('[DO12] words set again with something new around them are told apart from it', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('扣押清单'))
    log.edit('pavel', heading('附件：扣押清单如下'))
    expect(log.wrote()).toEqual([
      ['pavel', '附件：'],
      ['hana', '扣押清单', 'pavel'],
      ['pavel', '如下'],
    ])
  })

  test('[DO13] what somebody types in place of other words is that officer’s own', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('数量待核实，金额待核实。'))
    log.edit('pavel', paragraph('共三百条，价值四十万元。'))
    expect(log.wrote()).toContainEqual(['pavel', expect.stringContaining('三百条')])
    expect(
      log
        .wrote()
        .filter(([officer]) => officer === 'hana')
        .map(([, text]) => text)
        .join(''),
    ).not.toContain('三百')
  })

  test('[DO14] the words of a footnote and of a table have their own authors', () => {
    const log = aSectionLog()
    const cell = (text: string) => ({ type: 'tableCell', content: [paragraph(text)] })
    const table = (...texts: string[]) => ({
      type: 'table',
      content: [{ type: 'tableRow', content: texts.map(cell) }],
    })
    const noted = (note: string) => ({
      type: 'paragraph',
      content: [
        { type: 'text', text: '价格' },
        { type: 'footnote', content: [{ type: 'text', text: note }] },
        { type: 'text', text: '。' },
      ],
    })
    log.edit('hana', table('品名', '数量'), noted('见清单'))
    log.edit('pavel', table('品名', '数量三百'), noted('见清单第二页'))
    const node = log.node()
    const blocks = blocksOf(log.page('hana').getXmlFragment(bodyFragment))
    const passages = passagesOf(log.chronicle(), blocks, log.authors)
    expect(passages.filter(({ officerId }) => officerId === 'pavel').map(({ text }) => text)).toEqual([
      '三百',
      '第二页',
    ])
    for (const { from, to, text } of passages.filter((passage) => passage.officerId === 'pavel'))
      expect(node.textBetween(from, to)).toBe(text)
  })

  test('[DO14] positions are those of the editor, whatever stands between', () => {
    const log = aSectionLog()
    log.edit('hana', heading('题'), bullets('一', '二'), paragraph('末段'))
    log.edit('pavel', heading('题目'), bullets('一项', '二'), {
      type: 'paragraph',
      content: [
        { type: 'text', text: '末' },
        { type: 'hardBreak' },
        { type: 'text', text: '段', marks: [{ type: 'bold' }] },
      ],
    })
    const node = log.node()
    const blocks = blocksOf(log.page('hana').getXmlFragment(bodyFragment))
    const passages = passagesOf(log.chronicle(), blocks, log.authors)
    for (const { from, to, text } of passages) {
      expect(node.textBetween(from, to, '', '\n')).toBe(text)
    }
    expect(passages.map(({ text }) => text).join('')).toBe('题目一项二末\n段')
  })
})

import { describe, expect, test } from 'vitest'
import { aggregates } from './aggregates.ts'
import { publishedCases } from './published-cases.ts'
import { publishedClues } from './published-clues.ts'

/** Typed out from the field notes a second time, apart from the data: case | measure | what | amount | unit | wording | source. */
const facts = `
QINDU-0624   | officers_deployed | 出动警力       | 86       | 人次 | 86人次             | 001
QINDU-0624   | marked_value      | 涉案卷烟       | 55000    | 元   | 标值5.5万元        | 001
QINDU-0624   | quantity          | 手机           | 10       | 部   | 10部               | 001
QINDU-0624   | fund_flow         | 资金流水       | ~3000000 | 元   | 300余万元          | 001
QINDU-0624   | persons           | 公开宣判被告人 | 5        | 人   | 5人                | 001
QINDU-0624   | persons           | 批捕           | 5        | 人   | 5人                | 001-front
QINDU-0624   | persons           | 判刑           | 4        | 人   | 4人                | 001-front
QINDU-0624   | persons           | 起诉           | 1        | 人   | 1人                | 001-front
QINDU-0624   | amount_involved   | 涉案金额       | ~3000000 | 元   | 涉案金额300万余元  | 001-front
XINGPING-0229 | quantity         | 电子烟         | 811      | 个   | 811个              | 001
XINGPING-0229 | quantity         | 烟弹           | 14712    | 个   | 14712个            | 001
XINGPING-0229 | quantity         | 烟具           | 50       | 盒   | 50盒               | 001
XINGPING-0229 | quantity         | 制假设备       | 3        | 台   | 3台                | 001
XINGPING-0229 | marked_value     | 实物标值       | 513500   | 元   | 实物标值51.35万元  | 001
XINGPING-0229 | fund_flow        | 资金流水       | ~15000000 | 元  | 1500余万元         | 001
XINGPING-0229 | persons          | 抓获           | 14       | 人   | 14人               | 001
QINDU-0727   | weight            | 烟丝           | 160.56   | 公斤 | 160.56公斤         | 001
QINDU-0727   | quantity          | 空烟管         | 96200    | 支   | 9.62万支           | 001
LUOHE-TUBES  | quantity          | 生产企业       | 4        | 家   | 4家                | 000
LUOHE-TUBES  | quantity          | 非法滤嘴棒及卷烟盘纸 | ~300000 | 支 | 30余万支          | 000
BJ-0521      | quantity          | 烟弹           | 347000   | 个   | 34.7万个           | 004
BJ-0521      | quantity          | 烟具           | 53700    | 个   | 5.37万个           | 004
BJ-0521      | case_value        | 实物案值       | 22131600 | 元   | 实物案值2213.16万元 | 004
BJ-0521      | persons           | 逮捕           | 9        | 人   | 9人                | 004
BJ-0521      | persons           | 直诉           | 1        | 人   | 1人                | 004
BJ-0521      | persons           | 判刑           | 2        | 人   | 2人                | 004
`
const expected = facts
  .trim()
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.trim()))

const figures = publishedCases.flatMap(({ number, figures }) => figures.map((figure) => ({ number, ...figure })))
const caseNumbered = (number: string) => {
  const found = publishedCases.find((published) => published.number === number)
  if (!found) throw new Error(`no case ${number}`)
  return found
}

test('[DE1] every figure of every case is the one its source gives', () => {
  const told = figures.map((figure) => [
    figure.number,
    figure.measure,
    figure.what,
    `${figure.isApproximate ? '~' : ''}${figure.amount}`,
    figure.unit,
    figure.asWritten,
    figure.source,
  ])
  expect(told.toSorted()).toEqual(expected.toSorted())
})

test('[DE2] a figure is approximate exactly where its source says more than', () => {
  for (const figure of figures)
    expect([figure.asWritten, figure.isApproximate]).toEqual([figure.asWritten, figure.asWritten.includes('余')])
})

/** "34.7万" read back as a number. */
const amountIn = (wording: string) => {
  const match = /(\d+(?:\.\d+)?)余?(万?)余?/.exec(wording)
  return match ? Math.round(Number(match[1]) * (match[2] ? 10_000 : 1) * 100) / 100 : undefined
}

test('[DE3] the amount of a figure is what its wording says in Chinese numerals of ten thousands', () => {
  for (const figure of figures)
    expect([figure.asWritten, amountIn(figure.asWritten)]).toEqual([figure.asWritten, figure.amount])
})

test('[DE4] marked value, case value, amount involved and fund flow stay apart', () => {
  const money = figures.filter((figure) => figure.unit === '元')
  expect(money.map((figure) => `${figure.number} ${figure.measure}`).toSorted()).toEqual([
    'BJ-0521 case_value',
    'QINDU-0624 amount_involved',
    'QINDU-0624 fund_flow',
    'QINDU-0624 marked_value',
    'XINGPING-0229 fund_flow',
    'XINGPING-0229 marked_value',
  ])
})

test('[DE5] two articles that disagree about one case are two sources, both kept', () => {
  const sentenced = caseNumbered('QINDU-0624').figures.filter((figure) =>
    ['公开宣判被告人', '判刑'].includes(figure.what),
  )
  expect(sentenced.map((figure) => [figure.source, figure.amount])).toEqual([
    ['001', 5],
    ['001-front', 4],
  ])
})

describe('days', () => {
  const days = (number: string, kind: string) =>
    caseNumbered(number)
      .events.filter((event) => event.kind === kind)
      .map((event) => event.happenedOn)

  test('[DE6] strike waves, judgments and the call are on the days the sources give', () => {
    expect(days('BJ-0521', 'strike_wave')).toEqual(['2025-05-21', '2025-06-09', '2025-06-19'])
    expect(days('QINDU-0624', 'judgment')).toEqual(['2023-08-25', '2023-12-19', '2024-07-10'])
    expect(days('QINDU-0624', 'opened')).toEqual(['2022-06-24'])
    expect(days('LUOHE-TUBES', 'other')).toEqual(['2022-02-25'])
    expect(publishedClues.find((clue) => clue.key === 'shunyi-minors')?.reportedOn).toBe('2024-11')
  })

  test('[DE7] a day that no source prints is left out, and the record says so', () => {
    for (const number of ['BJ-0521', 'BJ-0516', 'QINDU-0727']) {
      expect(caseNumbered(number).openedOn).toMatch(/^\d{4}$/)
    }
    expect(caseNumbered('BJ-0521').summary).toContain('立案日期公开报道未写明')
    expect(caseNumbered('XINGPING-0229').summary).toContain('版面未印年份')
  })
})

test('[DE8] totals of a region and year are kept as the sources give them', () => {
  expect(
    aggregates.map(({ key, source, figures }) => [key, source, ...figures.map((figure) => figure.amount)]),
  ).toEqual([
    ['XIANYANG-AGG', '001', 6, 6, 2],
    ['TWL-15', '004', 15],
  ])
})

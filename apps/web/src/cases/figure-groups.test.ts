import { expect, test } from 'vitest'
import { groupedFigures, type SourcedFigure } from './figure-groups.ts'

const aFigure = (given: Partial<SourcedFigure>): SourcedFigure => ({
  id: crypto.randomUUID(),
  measure: 'marked_value',
  what: '电子烟',
  amount: 513_500,
  unit: '元',
  isApproximate: false,
  asWritten: '实物标值51.35万元',
  source: '001',
  ...given,
})

test('[WE101] two sources of one measure stand side by side and are not added', () => {
  const groups = groupedFigures([
    aFigure({ amount: 5_500_000, source: '初查' }),
    aFigure({ amount: 6_100_000, source: '鉴定' }),
  ])
  expect(groups).toHaveLength(1)
  expect(groups[0]?.values.map((value) => value.amount)).toEqual([6_100_000, 5_500_000])
  expect(JSON.stringify(groups)).not.toContain('11600000')
})

test('[WE101] every value keeps its own wording and source', () => {
  const [group] = groupedFigures([
    aFigure({ asWritten: '300余万元', source: '甲' }),
    aFigure({ asWritten: '300万余元', source: '乙' }),
  ])
  expect(group?.values.map((value) => `${value.asWritten}/${value.source}`).toSorted()).toEqual([
    '300万余元/乙',
    '300余万元/甲',
  ])
})

test('[WE102] marked value, goods value, case value, amount involved and fund flow stay apart', () => {
  const money = ['fund_flow', 'case_value', 'amount_involved', 'goods_value', 'marked_value']
  const groups = groupedFigures(money.map((measure) => aFigure({ measure })))
  expect(groups.map((group) => group.measure)).toEqual([
    'marked_value',
    'goods_value',
    'case_value',
    'amount_involved',
    'fund_flow',
  ])
})

test('[WE103] only values that disagree about the same thing are marked', () => {
  const [four, five, pods] = [aFigure({ amount: 4 }), aFigure({ amount: 5 }), aFigure({ what: '烟弹', amount: 4 })]
  const [group] = groupedFigures([four, five, pods])
  expect([four, five, pods].map((value) => group?.disputed.has(value.id))).toEqual([true, true, false])
})

test('[WE102] a measure this build does not know is shown last, not dropped', () => {
  const groups = groupedFigures([aFigure({ measure: 'illegal_gain' }), aFigure({ measure: 'fund_flow' })])
  expect(groups.map((group) => group.measure)).toEqual(['fund_flow', 'illegal_gain'])
})

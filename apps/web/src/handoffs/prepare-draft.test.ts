import { expect, test } from 'vitest'
import { blankPrepare, circumstancesOf, missingIn, openKinds, papersOf, receivers } from './prepare-draft.ts'

const transfer = { kind: 'case_transfer', about: 'case', prepared: 'prepareHandoff', to: ['police', 'customs'] }
const goods = { kind: 'goods', about: 'case', prepared: 'handOver', to: ['police'] }

test('[WE133] a handoff letter needs receiver, number, legal basis and purpose', () => {
  expect(missingIn(blankPrepare('case_transfer'))).toEqual(['toAgencyId', 'number', 'legalBasis', 'purpose'])
  const letter = { toAgencyId: 'police', number: '1', legalBasis: '第三条', purpose: '追究刑事责任' }
  expect(missingIn({ ...blankPrepare('case_transfer'), ...letter })).toEqual([])
})

test('[WE133] a suspected crime is handed to those who investigate crimes', () => {
  const agencies = [
    { id: 'guilin', kind: 'tobacco' },
    { id: 'operator', kind: 'operator' },
    { id: 'beijing', kind: 'tobacco' },
    { id: 'police', kind: 'police' },
  ]
  expect(receivers(agencies, 'beijing', transfer).map((agency) => agency.id)).toEqual(['police'])
  expect(receivers(agencies, 'police', transfer)).toEqual([])
})

test('[WE480] only the kinds that may be prepared from the record are offered', () => {
  expect(openKinds([transfer, goods], { prepareHandoff: false, handOver: true })).toEqual([goods])
})

test('[WE481] the papers that were ticked go along, and what depends on them is said', () => {
  const materials = ['goods_list', 'penalty_decision', 'test_report'].map((id) => ({
    id,
    words: { zh: id },
    always: true,
  }))
  const papers = {
    goods_list: { goes: true, number: ' 1 ' },
    penalty_decision: { goes: true, number: '' },
    test_report: { goes: false, number: '3' },
  }
  const draft = { ...blankPrepare('case_transfer'), papers }
  expect(papersOf(draft, materials)).toEqual([
    { material: 'goods_list', title: 'goods_list', number: '1' },
    { material: 'penalty_decision', title: 'penalty_decision', number: '' },
  ])
  expect(circumstancesOf(draft)).toEqual(['penalty_decided'])
})

import { expect, test } from 'vitest'
import { instantOf, momentOf } from './moment.ts'
import { blankRecord, namesIn, quantityText, recordProblems, sentRecord } from './record-draft.ts'

const whole = {
  ...blankRecord(),
  proceeding: 'administrative' as const,
  kind: 'physical' as const,
  name: '卷烟',
  from: { day: '2026-03-01', time: '09:00' },
  until: { day: '2026-03-01', time: '10:00' },
  collectors: '甲、乙',
  keptAt: '物证室',
}

test('[WE495] an item is sent once its kind, name, times, collectors and keeper are there, and what else is missing is no obstacle', () => {
  expect(recordProblems(whole)).toEqual({})
  expect(recordProblems(blankRecord())).toEqual({
    proceeding: 'required',
    kind: 'required',
    name: 'required',
    keptAt: 'required',
    from: 'time',
    until: 'time',
    collectors: 'required',
  })
  expect(recordProblems({ ...whole, instrument: 'goods_list' })).toEqual({ instrumentNumber: 'required' })
  expect(recordProblems({ ...whole, origin: 'copy' })).toEqual({ parentId: 'required' })
})

test('[WE495] times are those of Beijing, and names are told apart as people separate them', () => {
  expect(instantOf({ day: '2026-03-01', time: '09:30' })).toBe('2026-03-01T01:30:00.000Z')
  expect(momentOf('2026-03-01T01:30:00.000Z')).toEqual({ day: '2026-03-01', time: '09:30' })
  expect(instantOf({ day: '2026-02-31x', time: '09:30' })).toBeUndefined()
  expect(instantOf({ day: '2026-03-01', time: '' })).toBeUndefined()
  expect(namesIn(' 甲、乙，丙, 丁;戊 ')).toEqual(['甲', '乙', '丙', '丁', '戊'])
})

test('[WE496] only answers that were given and that the kind asks are sent', () => {
  const answers = { is_sealed: false, list_copies: 0, is_unedited: true }
  const sent = sentRecord({ ...whole, answers }, [{ id: 'is_sealed' }, { id: 'list_copies' }, { id: 'seal_number' }])
  expect(sent.facts).toEqual([
    { fact: 'is_sealed', value: false },
    { fact: 'list_copies', value: 0 },
  ])
  expect(sent).not.toHaveProperty('instrument')
  expect(sent).not.toHaveProperty('parentId')
})

test.each([
  ['sticks', 6000, '30 条'],
  ['sticks', 5990, '5990 支'],
  ['mass', 12_500, '12.5 公斤'],
  ['mass', 900, '900 克'],
  ['pieces', 3, '3 个'],
])('[WE496] a count of %s %i is shown as it can be typed again: %s', (dimension, amount, text) => {
  expect(quantityText({ dimension, amount })).toBe(text)
})

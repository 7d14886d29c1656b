import { expect, test } from 'vitest'
import { changedFields } from './changed-fields.ts'

const changed = (before: unknown, now: unknown) => changedFields(JSON.stringify(before), JSON.stringify(now))

test('[HU716] a field that was corrected is told with both texts, and what the hub counts is not', () => {
  expect(changed({ name: '甲', version: 1, label: 'internal' }, { name: '乙', version: 2, label: 'internal' })).toEqual(
    [{ field: 'name', before: '甲', now: '乙' }],
  )
})

test('[HU716] of a list the entries that came and went are told in words', () => {
  const [first, second] = [
    { id: '1', what: '烟弹', asWritten: '34.7万个', recordedAt: 'x' },
    { id: '2', what: '烟具', asWritten: '5.37万个', recordedAt: 'y' },
  ]
  expect(changed([first], [first, second])).toEqual([{ field: 'entries', before: '', now: '烟具 · 5.37万个' }])
  expect(changed({ events: [first] }, { events: [] })).toEqual([
    { field: 'events', before: '烟弹 · 34.7万个', now: '' },
  ])
})

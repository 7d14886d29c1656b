import { expect, test } from 'vitest'
import { statesOf, wantedItems } from './filter.ts'

const line = (changed: object = {}) =>
  ({
    kind: 'physical',
    admissibility: 'curable',
    breaks: 0,
    pending: null,
    conversion: null,
    isConverted: false,
    ...changed,
  }) as Parameters<typeof wantedItems>[0][number]

test('[WE497] an item is found by its kind, by its result, by a broken chain, by a missing signature and by a conversion that waits', () => {
  const broken = line({ breaks: 2 })
  const waits = line({ kind: 'witness', conversion: 'retake' })
  const done = line({ kind: 'witness', conversion: 'retaken', isConverted: true, admissibility: 'admissible' })
  const all = [broken, waits, done]
  expect(wantedItems(all, '', '')).toEqual(all)
  expect(wantedItems(all, 'witness', '')).toEqual([waits, done])
  expect(wantedItems(all, '', 'broken')).toEqual([broken])
  expect(wantedItems(all, '', 'convert')).toEqual([waits])
  expect(wantedItems(all, 'physical', 'admissible')).toEqual([])
  expect(statesOf(broken)).toEqual(['curable', 'broken'])
})

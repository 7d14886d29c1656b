import { expect, test } from 'vitest'
import { byDay, orderedTrail, proofState, type TrailEntry } from './trail.ts'

const anEntry = (index: number | null, at: string, outcome: 'done' | 'refused' = 'done'): TrailEntry => ({
  entryId: at,
  index,
  at,
  act: 'case.find',
  outcome,
  sentence: { zh: '查看案件。', en: 'Looked at the case.' },
  rule: null,
  leafHash: index === null ? null : 'c'.repeat(64),
})
const head = { size: 2, rootHash: 'd'.repeat(64), at: '2026-01-01T00:00:00.000Z', confirmed: null }
const trail = [
  anEntry(0, '2025-12-31T01:00:00.000Z'),
  anEntry(null, '2026-01-01T03:00:00.000Z'),
  anEntry(1, '2026-01-01T01:00:00.000Z', 'refused'),
]

test('[WE140] an entry counts as proved once the tree head covers it', () => {
  expect(trail.map((entry) => proofState(entry, head))).toEqual(['inTree', 'pending', 'inTree'])
  expect(trail.map((entry) => proofState(entry, null))).toEqual(['pending', 'pending', 'pending'])
})

test('[WE511] an entry counts as confirmed only as far as enough agencies have cosigned', () => {
  const confirmed = { size: 1, by: [{ zh: '检察院', en: 'procuratorate' }] }
  expect(trail.map((entry) => proofState(entry, { ...head, confirmed }))).toEqual(['confirmed', 'pending', 'inTree'])
})

test('[WE141] the trail reads newest first and keeps refused attempts', () => {
  expect(orderedTrail(trail).map((entry) => entry.index)).toEqual([null, 1, 0])
  expect(orderedTrail(trail).filter((entry) => entry.outcome === 'refused')).toHaveLength(1)
})

test('[WE141] entries are gathered by day in reading order', () => {
  const days = byDay(orderedTrail(trail), (at) => at.slice(0, 10))
  expect(days.map((day) => [day.day, day.entries.length])).toEqual([
    ['2026-01-01', 2],
    ['2025-12-31', 1],
  ])
})

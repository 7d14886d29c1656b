import { describe, expect, test } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { aSectionLog, heading, paragraph, startedAt } from './a-section-log.ts'
import { Chronicle } from './chronicle.ts'
import { canonicalDocument, canonicalForm } from './document.ts'
import { joinedUpdates } from './joined-updates.ts'
import { longestOrder } from './longest-order.ts'
import { sittingsOf } from './sittings.ts'

describe('past moments', () => {
  test('[DO15] every past moment reads as if the log had ended there', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('一'), paragraph('二'))
    log.edit('pavel', paragraph('一二'))
    log.edit('hana', heading('一二三'))
    log.edit('pavel', heading('一三'), paragraph(''))
    log.edit('hana', paragraph('四'))
    const chronicle = log.chronicle()
    for (const place of log.rows.keys()) {
      const asIfEnded = joinedUpdates(log.rows.slice(0, place + 1).map(({ update }) => update))
      expect(canonicalForm(chronicle.documentAt(place))).toEqual(canonicalDocument(asIfEnded))
    }
    expect(canonicalForm(chronicle.documentAt(-1))).toEqual(canonicalDocument(encodeStateAsUpdate(new Doc())))
  })

  test('[DO15] a history that goes on says of the past what it said before', () => {
    const log = aSectionLog()
    const chronicle = new Chronicle()
    log.edit('hana', paragraph('甲'))
    log.edit('pavel', paragraph('甲乙'))
    for (const row of log.rows) chronicle.add(row)
    const before = canonicalForm(chronicle.documentAt(1))
    log.edit('hana', paragraph('丙'))
    for (const row of log.rows.filter(({ seq }) => seq > chronicle.reached)) chronicle.add(row)
    expect(canonicalForm(chronicle.documentAt(1))).toEqual(before)
    expect(canonicalForm(chronicle.documentAt(99))).toEqual(log.canonicalNow())
  })

  test('[DO16] a moment is found by its number and by its time, the last that is not later', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('甲'))
    log.wait(10)
    log.edit('hana', paragraph('甲乙'))
    const chronicle = log.chronicle()
    expect([99, 100, 101, 500].map((seq) => chronicle.placeOfSeq(seq))).toEqual([-1, 0, 1, 1])
    const times = [-1, 0, 5, 10, 20].map((minutes) => chronicle.placeOfTime(startedAt + minutes * 60_000))
    expect(times).toEqual([-1, 0, 0, 1, 1])
  })

  test('[DO17] the history ends before an update that is none', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('甲'))
    log.edit('hana', paragraph('甲乙'))
    const chronicle = new Chronicle()
    chronicle.add(log.rows[0]!)
    chronicle.add({ ...log.rows[1]!, update: Uint8Array.of(9, 9, 9) })
    chronicle.add({ ...log.rows[1]!, seq: 102 })
    expect([chronicle.brokenAt, chronicle.reached]).toEqual([101, 100])
    expect(JSON.stringify(canonicalForm(chronicle.documentAt(99)))).toContain('"甲"')
  })

  test('[DO18] a history is told as sittings of one officer, and in fewer steps where it would be too many', () => {
    const log = aSectionLog()
    for (const [officer, minutes] of [
      ['hana', 0],
      ['hana', 4],
      ['pavel', 1],
      ['hana', 6],
      ['hana', 60],
    ] as const) {
      log.wait(minutes)
      log.edit(officer, paragraph(`${officer}${log.rows.length}`))
    }
    const { moments } = log.chronicle()
    const told = (atMost: number) =>
      sittingsOf(moments, atMost).map(({ officerIds, upTo }) => [officerIds.join(), upTo])
    expect(told(9)).toEqual([
      ['hana', moments[1]!.seq],
      ['pavel', moments[2]!.seq],
      ['hana', moments[3]!.seq],
      ['hana', moments[4]!.seq],
    ])
    expect(told(2)).toEqual([
      ['hana,pavel', moments[3]!.seq],
      ['hana', moments[4]!.seq],
    ])
    expect(sittingsOf(moments, 1)).toMatchObject([{ updates: 5, upTo: moments[4]!.seq }])
  })

  test('[DO42] officers who take turns for days without a pause leave steps of about as many changes each', () => {
    const moments = Array.from({ length: 900 }, (_, i) => ({
      seq: i + 1,
      at: i * 60_000,
      officerId: i % 20 < 10 ? 'hana' : 'pavel',
    }))
    const steps = sittingsOf(moments, 12)
    expect(steps.length).toBeGreaterThanOrEqual(6)
    expect(steps.length).toBeLessThanOrEqual(12)
    expect(steps.reduce((sum, { updates }) => sum + updates, 0)).toBe(900)
    expect(steps.at(-1)!.upTo).toBe(900)
  })
})

test('[DO19] of numbers out of order as many stay as can', () => {
  expect(longestOrder([3, 0, 1, 2, 5, 4])).toHaveLength(4)
  expect(longestOrder([])).toEqual([])
  expect(longestOrder([2, 2, 2])).toHaveLength(1)
})

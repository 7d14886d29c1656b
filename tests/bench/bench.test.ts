import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { benchAudit } from './audit/bench-audit.ts'
import { benchEvidence } from './evidence/bench-evidence.ts'
import { benchLists } from './lists/bench-lists.ts'
import { benchNotices } from './notices/bench-notices.ts'
import { race } from './race.ts'
import { asJson, asTables } from './report.ts'
import { benchRooms } from './rooms/bench-rooms.ts'

test('[BE1] the bench of lists runs at a small scale, ours and by hand agree, and its summary has its keys', {
  timeout: 300_000,
}, async () => {
  const keptIn = await mkdtemp(join(tmpdir(), 'lianban-bench-'))
  onTestFinished(() => rm(keptIn, { recursive: true, force: true }))
  const measured = await benchLists({ scale: 0.001, rounds: 1, turns: 2, say: () => {}, keptIn })
  const lines = asJson(measured).trim().split('\n')
  expect(Object.keys(JSON.parse(lines.at(-1)!) as object).toSorted()).toEqual([
    'count_p95_vs_best_sql',
    'decide_us',
    'filtered_p95_ms',
    'filtered_p95_vs_best_sql',
    'next_page_p95_vs_best_sql',
    'revoke_p99_ms',
    'search_p95_ms',
  ])
  expect(lines.length).toBeGreaterThan(40)
})

test('[BE4] the bench of rooms runs at a small scale, everything converges, and its summary has its keys', {
  timeout: 600_000,
}, async () => {
  const measured = await benchRooms({ scale: 0.02, rounds: 1, turns: 1, say: () => {} })
  const lines = asJson(measured).trim().split('\n')
  const summary = JSON.parse(lines.at(-1)!) as Record<string, number>
  expect(Object.keys(summary).toSorted()).toEqual([
    'cold_open_vs_hocuspocus_pg',
    'lost_acknowledged',
    'lost_seen',
    'rss_vs_hocuspocus_pg',
    's1_cpu_vs_hocuspocus_pg',
    's1_p50_vs_hocuspocus_pg',
    's1_p99_vs_hocuspocus_pg',
    's2_cpu_vs_hocuspocus_pg',
    's2_p50_vs_hocuspocus_pg',
    's2_p99_vs_hocuspocus_pg',
    's4_rate_vs_hocuspocus_pg',
  ])
  expect([summary.lost_seen, summary.lost_acknowledged]).toEqual([0, 0])
})

test('[BE60] the bench of the log runs at a small scale, twice on the same log, and its summary has its keys', {
  timeout: 600_000,
}, async () => {
  const keptIn = await mkdtemp(join(tmpdir(), 'lianban-bench-'))
  onTestFinished(() => rm(keptIn, { recursive: true, force: true }))
  const said: string[] = []
  const run = () => benchAudit({ scale: 0.002, rounds: 1, turns: 1, say: (line) => said.push(line), keptIn })
  await run()
  const summary = JSON.parse(
    asJson(await run())
      .trim()
      .split('\n')
      .at(-1)!,
  ) as Record<string, number>
  expect(Object.keys(summary).toSorted()).toEqual([
    'audited_vs_plain',
    'mutations_accepted',
    'proof_us',
    'verify_rss_mb',
    'verify_vs_bare_hashing',
  ])
  expect(summary.mutations_accepted).toBe(0)
  expect(said.filter((line) => line.startsWith('writing'))).toHaveLength(1)
})

test('[BE70][BE71] the bench of evidence runs at a small scale, every upload is whole, and its summary has its keys', {
  timeout: 600_000,
}, async () => {
  const measured = await benchEvidence({ scale: 0.02, rounds: 1, turns: 1, say: () => {} })
  const summary = JSON.parse(asJson(measured).trim().split('\n').at(-1)!) as Record<string, number>
  expect(Object.keys(summary).toSorted()).toEqual([
    'event_loop_p99_ms',
    'resumed_whole',
    'upload_plain_vs_cat',
    'upload_vs_slower_digest',
  ])
  expect(summary.resumed_whole).toBe(50)
  const [killed] = measured.flatMap(({ rows }) => rows.filter((row) => 'begun when killed' in row))
  expect(killed!['begun when killed']).toBeGreaterThan(0)
  expect(killed!['complete when killed']).toBeLessThan(50)
})

test('[BE75][BE76] the bench of notices runs at a small scale, nothing is lost or told twice, and its summary has its keys', {
  timeout: 600_000,
}, async () => {
  const measured = await benchNotices({ scale: 0.02, rounds: 1, turns: 2, say: () => {} })
  const summary = JSON.parse(asJson(measured).trim().split('\n').at(-1)!) as Record<string, number>
  expect(Object.keys(summary).toSorted()).toEqual(['desk_p95_ms', 'duplicated', 'lost', 'notice_p99_ms'])
  expect([summary.lost, summary.duplicated]).toEqual([0, 0])
})

test('[BE2] contenders take turns, and a figure is the median of its rounds', async () => {
  const order: string[] = []
  const runner = (name: string) => async () => {
    order.push(name)
  }
  const times = await race({ a: runner('a'), b: runner('b') }, { rounds: 3, turns: 2 })
  expect(order.slice(6).join('')).toBe('abbaabbaabba')
  expect(Object.keys(times)).toEqual(['a', 'b'])
})

test('[BE3] rows are one object a line or tables under their heads, the summary last', () => {
  const measured = [{ rows: [{ name: 'x', ms: 1 }, { other: 2 }], summary: { key: 3 } }]
  expect(asJson(measured)).toBe('{"name":"x","ms":1}\n{"other":2}\n{"key":3}\n')
  expect(asTables(measured)).toBe('name  ms\nx     1\n\nother\n2\n\nkey\n3\n')
})

import { plannedOnce, type Tx } from '@lianban/db'
import type { Officer } from '@lianban/policy'
import { sql } from 'drizzle-orm'
import { casesOnPage } from '../../../packages/hub/src/cases/store.ts'
import type { BenchOptions, Measured, Row } from '../measurement.ts'
import { race, type Times } from '../race.ts'
import { rounded } from '../report.ts'
import { best, counted, obvious, type Place, recordsOf, unfiltered } from './by-hand.ts'
import { measured } from './size.ts'
import { officerOf, policy, withEyes } from './viewers.ts'

const shown = 50
const limit = shown + 1
/** Milliseconds of a round at full size. */
const lasting = 3000

const pageOf = (officer: Officer, after?: Place) => policy.visible(officer, 'read', 'Case').page({ limit, after })

const ours = (tx: Tx, officer: Officer, after?: Place) => casesOnPage(tx, pageOf(officer, after))

async function total(tx: Tx, officer: Officer): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(
    sql`select ${plannedOnce} ${policy.visible(officer, 'read', 'Case').count()} as total`,
  )
  return rows[0]!.total
}

type Urls = { readonly ownerUrl: string; readonly programUrl: string }

/** First page, next page and count of an officer’s cases, by hand and by rule, with the wall and without. */
export async function measurePages(urls: Urls, { scale, rounds, turns, say }: BenchOptions): Promise<Measured> {
  const least = scale < 0.1 ? 0 : lasting
  const rows: Row[] = []
  const compared: Record<string, { ours: Times; best: Times }[]> = { first: [], next: [], count: [] }
  for (const { name, agency } of measured) {
    const officer = officerOf(agency)
    say(`lists of the agency that ${name}`)
    await withEyes(urls, officer, async ({ owner, program }) => {
      const expected = (await best(owner, officer, limit)).map(({ id }) => id)
      const found = await ours(program, officer)
      if (String(found.map(({ id }) => id)) !== String(expected)) throw new Error(`two lists differ: ${name}`)
      const all = (await counted(owner, officer)).rows[0]!.total
      if ((await total(program, officer)) !== all) throw new Error(`two counts differ: ${name}`)
      const last = found[shown - 1]
      const after = last && { at: last.openedAt, id: last.id }

      const slow = await race({ 'owner or exists': () => obvious(owner, officer, limit) }, { rounds: 1, turns: 5 })
      const first = await race(
        {
          'unfiltered newest 50': () => unfiltered(owner, limit),
          'best by hand': () => best(owner, officer, limit),
          'ours, no wall': () => recordsOf(owner, pageOf(officer)),
          'ours, with the wall': () => ours(program, officer),
        },
        { rounds, turns, lasting: least },
      )
      const next = await race(
        {
          'best by hand': () => best(owner, officer, limit, after),
          'ours, with the wall': () => ours(program, officer, after),
        },
        { rounds, turns, lasting: least },
      )
      const count = await race(
        { 'best by hand': () => counted(owner, officer), 'ours, with the wall': () => total(program, officer) },
        { rounds, turns: Math.ceil(turns / 3), lasting: least },
      )
      const told = { agency: name, visible: all }
      for (const [what, times] of Object.entries({ 'first page': { ...slow, ...first }, 'next page': next, count }))
        for (const [how, { p50, p95 }] of Object.entries(times))
          rows.push({ ...told, what, how, p50: rounded(p50), p95: rounded(p95) })
      for (const [what, times] of Object.entries({ first, next, count }))
        compared[what]?.push({ ours: times['ours, with the wall'], best: times['best by hand'] })
    })
  }
  const ratio = (what: string) => Math.max(...compared[what]!.map((one) => one.ours.p95 / one.best.p95))
  return {
    rows,
    summary: {
      filtered_p95_vs_best_sql: rounded(ratio('first')),
      filtered_p95_ms: rounded(Math.max(...compared.first!.map((one) => one.ours.p95))),
      count_p95_vs_best_sql: rounded(ratio('count')),
      next_page_p95_vs_best_sql: rounded(ratio('next')),
    },
  }
}

import { pageOfCases } from '../../../packages/hub/src/cases/store.ts'
import { makeLots } from '../../policy/lots.ts'
import type { BenchOptions, Measured, Row } from '../measurement.ts'
import { race } from '../race.ts'
import { rounded } from '../report.ts'
import { seed } from './generate.ts'
import { makeSentences } from './sentences.ts'
import { measured } from './size.ts'
import { officerOf, policy, withEyes } from './viewers.ts'

/** Terms of two characters from the most frequent to the rarest, and one that nothing says. */
const ranks = [0, 3, 10, 30, 100, 300, 1000, 5000, 19_000]

/** What an officer finds by a term of two characters: the newest page, filtered by the rules behind the wall. */
export async function measureSearch(
  urls: { ownerUrl: string; programUrl: string },
  { rounds, turns, say }: BenchOptions,
): Promise<Measured> {
  const { words } = makeSentences(makeLots(seed))
  const terms = [...ranks.map((rank) => words[rank]!), '龘靐']
  const rows: Row[] = []
  for (const { name, agency } of measured) {
    const officer = officerOf(agency)
    say(`searches of the agency that ${name}`)
    await withEyes(urls, officer, async ({ program }) => {
      const look = (q: string) => pageOfCases(program, policy.visible(officer, 'read', 'Case'), { q })
      for (const q of terms) {
        const { total, rows: found } = await look(q)
        const times = await race({ found: () => look(q) }, { rounds, turns: Math.ceil(turns / 6) })
        const { p50, p95 } = times.found
        rows.push({
          agency: name,
          term: q,
          found: total ?? `more than ${found.length - 1}`,
          p50: rounded(p50),
          p95: rounded(p95),
        })
      }
    })
  }
  return { rows, summary: { search_p95_ms: Math.max(...rows.map(({ p95 }) => Number(p95))) } }
}

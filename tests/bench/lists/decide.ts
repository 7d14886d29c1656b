import { type AnyColumn, eq } from 'drizzle-orm'
import { findCase } from '../../../packages/hub/src/cases/store.ts'
import { cases } from '../../../packages/hub/src/cases/table.ts'
import type { BenchOptions, Measured } from '../measurement.ts'
import { rounded } from '../report.ts'
import { measured } from './size.ts'
import { officerOf, policy, withEyes } from './viewers.ts'

/** One decision about a loaded case, in microseconds: of its owner, of a grantee, and of a stranger, who is refused. */
export async function measureDecisions(
  urls: { ownerUrl: string; programUrl: string },
  { rounds, turns }: BenchOptions,
): Promise<Measured> {
  const row = await withEyes(urls, officerOf(1), async ({ owner }) => {
    const column: AnyColumn = cases.ownerAgencyId
    const [one] = await owner
      .select({ id: cases.id })
      .from(cases)
      .where(eq(column, officerOf(1).agencyId))
      .limit(1)
    return findCase(owner, one!.id)
  })
  const [grantee] = row.grants
  const asked = {
    owner: officerOf(1),
    grantee: { ...officerOf(2), agencyId: grantee?.granteeAgencyId ?? officerOf(2).agencyId },
    stranger: officerOf(measured.find(({ name }) => name === 'sees nothing')!.agency),
  }
  const rows = Object.entries(asked).map(([who, officer]) => {
    const times: number[] = []
    const times_ = turns * 50
    for (let round = 0; round < Math.max(3, rounds); round++) {
      const start = performance.now()
      for (let n = 0; n < times_; n++) policy.allows(officer, 'read', 'Case', row)
      times.push(((performance.now() - start) * 1000) / times_)
    }
    return { decision: who, grants: row.grants.length, us: rounded(times.toSorted((a, b) => a - b)[1]!) }
  })
  return { rows, summary: { decide_us: Math.max(...rows.map(({ us }) => us)) } }
}

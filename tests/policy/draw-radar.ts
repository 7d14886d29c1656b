import { type DrawId, type FindingId, newId } from '@lianban/kernel'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { cases } from '../../packages/hub/src/cases/table.ts'
import { draws, findings } from '../../packages/hub/src/radar/table.ts'
import { handlerOf } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** Rows of the radar about some of the cases, told to a procuratorate, to the agency itself, or to both; and draws. */
export async function drawRadar({
  owner,
  lots,
  joiners,
}: Omit<Draw, 'owner'> & { owner: NodePgDatabase }): Promise<void> {
  const { beijing, procuratorate, police } = joiners
  const listed = await owner.select({ id: cases.id, ownerAgencyId: cases.ownerAgencyId }).from(cases)
  for (const { id: caseId, ownerAgencyId } of lots.some(listed))
    for (const told of ['watcher', 'own'] as const) {
      const id = newId<FindingId>()
      await owner.insert(findings).values({
        id,
        rule: 'NT-EDGE',
        key: `NT-EDGE ${id}`,
        toldAgencyId: told === 'watcher' ? lots.oneOf([procuratorate, police]).id : ownerAgencyId,
        toldAs: told,
        agencyId: ownerAgencyId,
        ownerAgencyId,
        caseId,
        number: caseId,
        saysZh: '差一点',
        saysEn: 'nearly',
        foundAt: noon,
        seenAt: noon,
        goneAt: null,
      })
    }
  for (const by of [procuratorate, beijing])
    await owner.insert(draws).values({
      id: newId<DrawId>(),
      agencyId: by.id,
      size: 3,
      commitment: 'c'.repeat(64),
      begunBy: handlerOf(by),
      begunAt: noon,
    })
}

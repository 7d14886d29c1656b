import { type ClockId, newId } from '@lianban/kernel'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { cases } from '../../packages/hub/src/cases/table.ts'
import { clockParties, clocks } from '../../packages/hub/src/clocks/table.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** A statutory clock of many a case, some known to its readers, with others who owe, are owed or stand above. */
export async function drawClocks({
  owner,
  lots,
  joiners,
}: Omit<Draw, 'owner'> & { owner: NodePgDatabase }): Promise<void> {
  const { beijing, baoan, shunyi, police, procuratorate } = joiners
  const sides = [beijing, baoan, shunyi, police, procuratorate]
  for (const ofCase of await owner.select().from(cases).limit(60)) {
    const id = newId<ClockId>()
    await owner.insert(clocks).values({
      id,
      matterKind: 'Case',
      matterId: ofCase.id,
      recordKind: 'Case',
      recordId: ofCase.id,
      ownerAgencyId: ofCase.ownerAgencyId,
      rule: 'TR-06',
      nth: 1,
      isAllowed: false,
      isOpenToReaders: lots.isDrawn(0.5),
      openedAt: noon,
      startAt: noon,
      extensions: [],
      pauses: [],
      restarts: 0,
      isPaused: false,
      rankedAt: noon,
      ruleDigest: '0'.repeat(64),
      earlier: [],
    })
    for (const part of ['liable', 'owed', 'superior'] as const) {
      const { id: agencyId } = lots.oneOf(sides)
      if (agencyId !== ofCase.ownerAgencyId && lots.isDrawn(0.5))
        await owner.insert(clockParties).values({ clockId: id, agencyId, part })
    }
  }
}

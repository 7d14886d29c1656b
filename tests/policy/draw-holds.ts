import { type LegalHoldId, newId } from '@lianban/kernel'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { cases } from '../../packages/hub/src/cases/table.ts'
import { legalHolds } from '../../packages/hub/src/holds/table.ts'
import { handlerOf } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** Holds on cases by their owners and by others; who laid them may be an agency that knows the case no more. */
export async function drawHolds({
  owner,
  lots,
  joiners,
}: Omit<Draw, 'owner'> & { owner: NodePgDatabase }): Promise<void> {
  const { beijing, shunyi, police } = joiners
  for (const { id, ownerAgencyId } of await owner.select().from(cases).limit(60)) {
    const by = lots.oneOf([beijing, shunyi, police])
    await owner.insert(legalHolds).values({
      ...{ id: newId<LegalHoldId>(), operatorId: beijing.id, recordKind: 'Case', recordId: id, rootId: id },
      ...{
        ownerAgencyId,
        agencyId: by.id,
        reason: '涉诉',
        authority: '函〔1〕号',
        laidBy: handlerOf(by),
        laidAt: noon,
      },
    })
  }
}

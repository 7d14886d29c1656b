import { newId } from '@lianban/kernel'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { roomDamages } from '../../packages/hub/src/damages/table.ts'
import { sections } from '../../packages/hub/src/dossiers/table.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** Some sections of which something stored was damaged. */
export async function drawDamages({ owner, lots }: { owner: NodePgDatabase; lots: Draw['lots'] }): Promise<void> {
  for (const { id: sectionId, ownerAgencyId } of await owner.select().from(sections))
    if (lots.isDrawn(0.4))
      await owner.insert(roomDamages).values({ id: newId(), sectionId, seq: 1, ownerAgencyId, foundAt: noon })
}

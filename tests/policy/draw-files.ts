import { type FileId, newId } from '@lianban/kernel'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { cases } from '../../packages/hub/src/cases/table.ts'
import { handlingCodes } from '../../packages/hub/src/classification.ts'
import { caseFiles } from '../../packages/hub/src/files/table.ts'
import { handlerOf } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** A file of many a case, added by its owner or by somebody else, under every handling code. */
export async function drawFiles({
  owner,
  lots,
  joiners,
}: Omit<Draw, 'owner'> & { owner: NodePgDatabase }): Promise<void> {
  const { beijing, baoan, shunyi, police, procuratorate, late } = joiners
  for (const ofCase of await owner.select().from(cases)) {
    const adder = lots.oneOf([beijing, baoan, shunyi, police, procuratorate, late])
    await owner.insert(caseFiles).values({
      id: newId<FileId>(),
      caseId: ofCase.id,
      ownerAgencyId: lots.isDrawn(0.4) ? ofCase.ownerAgencyId : adder.id,
      name: '清单.pdf',
      bytes: 1,
      sha256: '0'.repeat(64),
      sm3: '0'.repeat(64),
      type: 'application/pdf',
      isNamedAlike: true,
      isSensitive: lots.isDrawn(0.5),
      handlingCode: lots.oneOf(handlingCodes),
      uploadedBy: handlerOf(adder),
      uploadedAt: noon,
    })
  }
}

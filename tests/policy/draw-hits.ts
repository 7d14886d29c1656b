import { type ClueId, type HitQueryId, newId } from '@lianban/kernel'
import { identifierDigests } from '../../packages/hub/src/digests/table.ts'
import { hitAnswers, hitMatches, hitQueries } from '../../packages/hub/src/hits/table.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** Questions about numbers by officers of every role, and whose records they were about. */
export async function drawHits({ owner, lots, joiners }: Draw): Promise<void> {
  const { beijing, shunyi, baoan, police } = joiners
  for (const asking of [beijing, shunyi, police])
    for (const officer of asking.officers) {
      const id = newId<HitQueryId>()
      await owner.insert(hitQueries).values({
        id,
        officerId: officer.id,
        agencyId: asking.id,
        identifierKind: 'phone',
        keyId: '0'.repeat(16),
        digestPrefix: '0'.repeat(8),
        purpose: '目的',
        reason: '理由',
        askedAt: noon,
      })
      for (const { id: ownerAgencyId } of lots.some([beijing, shunyi, baoan, police].filter((one) => one !== asking))) {
        const recordId = newId<ClueId>()
        await owner.insert(hitMatches).values({ queryId: id, recordKind: 'Clue', recordId, ownerAgencyId })
        await owner
          .insert(hitAnswers)
          .values({ id: newId(), queryId: id, grade: 'hint', agencyId: ownerAgencyId, recordId: null })
      }
    }
  await owner.insert(identifierDigests).values({
    keyId: '0'.repeat(16),
    digest: Buffer.alloc(32),
    identifierKind: 'phone',
    recordKind: 'Clue',
    recordId: newId(),
    ownerAgencyId: beijing.id,
  })
}

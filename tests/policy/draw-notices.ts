import { newId } from '@lianban/kernel'
import { notices } from '../../packages/hub/src/notices/table.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** What officers of every role were told, about their own agencies. */
export async function drawNotices({ owner, joiners }: Draw): Promise<void> {
  for (const { id: agencyId, officers } of Object.values(joiners))
    for (const [i, { id: officerId }] of officers.entries())
      await owner.insert(notices).values({
        ...{ id: newId(), agencyId, officerId, number: i + 1, kind: 'assistance', act: 'assistance.send' },
        ...{ matterKind: 'Agency', matterId: agencyId, isUrgent: false, at: noon },
      })
}

import { isSound } from '@lianban/collab'
import type { Tx } from '@lianban/db'
import { desc, sql } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { findCase } from '../cases/index.ts'
import { findSection } from '../dossiers/index.ts'
import { list } from '../query.ts'
import { orAbsent } from '../refused.ts'
import { roomDamages } from './table.ts'

const most = 200

/**
 * Sections with a stored update that is not what was saved, and whether it was put back since. Of a section that the
 * officer does not read there is its id and whose it is; whoever looks after the store needs no more.
 */
export const listDamages = list({
  name: 'damage.list',
  input: z.strictObject({}),
  async run({ officer, tx, hub }) {
    const rows = await tx
      .select()
      .from(roomDamages)
      .where(hub.policy.filter(officer, 'read', 'RoomDamage'))
      .orderBy(desc(roomDamages.foundAt), desc(roomDamages.id))
      .limit(most)
    const mended = await mendedOf(
      tx,
      rows.map(({ id }) => id),
    )
    const agencies = await agencyCards(
      tx,
      rows.map(({ ownerAgencyId }) => ownerAgencyId),
    )
    const items = []
    for (const { id, sectionId, seq, ownerAgencyId, foundAt } of rows) {
      const section = await findSection(tx, sectionId).catch(orAbsent)
      const isOpen = section && hub.policy.allows(officer, 'read', 'Section', section)
      const ofCase = isOpen ? await findCase(tx, section.caseId) : undefined
      items.push({
        id,
        sectionId,
        seq,
        ownerAgency: agencies.get(ownerAgencyId)!,
        foundAt,
        isMended: mended.has(id),
        section: ofCase
          ? { title: section!.title, case: { id: ofCase.id, number: ofCase.number, name: ofCase.name } }
          : null,
      })
    }
    return { items }
  },
})

/** Those whose bytes have the sum again that they were saved with. */
async function mendedOf(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.execute<{ damage_id: string; update: Buffer; sum: string | null }>(
    sql`select damage_id, update, sum from damaged_updates(${sql.param([...ids])}::uuid[])`,
  )
  return new Set(rows.filter(({ update, sum }) => isSound(update, sum)).map(({ damage_id }) => damage_id))
}

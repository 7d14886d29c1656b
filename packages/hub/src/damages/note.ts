import { newId, type SectionId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import type { Hub } from '../hub.ts'

/** A room met a stored update that is not what was saved; kept for those who have it put right, the same damage once. */
export async function noteDamage(
  { db, clock }: Pick<Hub, 'db' | 'clock'>,
  { sectionId, seq }: { readonly sectionId: SectionId; readonly seq: number },
): Promise<void> {
  const now = clock.now()
  await db.transaction({ duty: 'rooms' }, now, (tx) =>
    tx.execute(sql`select note_room_damage(${newId()}, ${sectionId}, ${seq}, ${now.toISOString()}::timestamptz)`),
  )
}

import type { Database, Tx } from '@lianban/db'
import { joinedUpdates, textOf } from '@lianban/dossier'
import type { Clock, SectionId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { underDuty } from '../duty.ts'
import { wordsOf } from '../words.ts'

type Given = {
  readonly db: Database
  readonly clock: Clock
  /** Told of a section whose updates cannot be read as text; it keeps the text it had, and the others go on. */
  readonly onUnreadable?: (sectionId: SectionId, error: unknown) => void
}

/** So many numbers of the log are followed in one go. */
const stretch = 1000

type Stored = { room_id: SectionId; seq: string; state: Buffer }
type Changed = { section_id: SectionId; changed_at: string | Date; reaches: string }

/**
 * Follows the log of updates for one stretch and writes down what the sections say that changed in it; answers how many.
 * All in one transaction: interrupted anywhere, the stretch is followed again. To be called until it answers nothing.
 */
export async function followSectionTexts({ db, clock, onUnreadable }: Given): Promise<number> {
  return db.transaction({ duty: 'section-texts' }, clock.now(), async (tx) => {
    const { rows: changed } = await tx.execute<Changed>(sql`select * from changed_sections(${stretch})`)
    const [first] = changed
    if (!first) return 0
    const rooms = await underDuty(tx, 'rooms', () => readStored(tx, changed))
    const found = changed.flatMap(({ section_id: id, changed_at }) => {
      const stored = rooms.get(id) ?? []
      try {
        const text = textOf(joinedUpdates(stored.map(({ state }) => state)))
        return [{ id, text, words: wordsOf(text), upTo: stored.at(-1)?.seq ?? 0, changedAt: changed_at }]
      } catch (error) {
        onUnreadable?.(id, error)
        return []
      }
    })
    await tx.execute(sql`select keep_section_texts(${JSON.stringify(found)}::jsonb, ${first.reaches}::bigint)`)
    return changed.length
  })
}

async function readStored(tx: Tx, changed: readonly Changed[]): Promise<Map<SectionId, Stored[]>> {
  const ids = changed.map(({ section_id }) => section_id)
  const { rows } = await tx.execute<Stored>(
    sql`select room_id, seq, state from read_rooms(${sql.param(ids)}::uuid[]) order by room_id, seq`,
  )
  return Map.groupBy(rows, (row) => row.room_id)
}

import type { Database } from '@lianban/db'
import type { Clock } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { wordsOf } from '../words.ts'

type Given = {
  readonly db: Database
  readonly clock: Clock
  /** Told after each batch how many texts have their words now. */
  readonly onProgress?: (given: number) => void
  readonly isStopped?: () => boolean
}

const batch = 200

/**
 * Gives every text that has none its words to be found by, a few at a time: what is done stays done, so it goes on where
 * it was interrupted, and several programs may do it at once. Until then such a text is found all the same, only slower.
 */
export async function giveWords({ db, clock, onProgress, isStopped }: Given): Promise<number> {
  let given = 0
  for (const kind of ['Case', 'Clue'])
    for (;;) {
      if (isStopped?.()) return given
      const count = await db.transaction({ duty: 'words' }, clock.now(), async (tx) => {
        const { rows } = await tx.execute<{ id: string; texts: string[] }>(
          sql`select id, texts from texts_without_words(${kind}, ${batch})`,
        )
        const found = rows.map(({ id, texts }) => ({ id, words: wordsOf(...texts) }))
        if (found.length > 0) await tx.execute(sql`select give_words(${kind}, ${JSON.stringify(found)}::jsonb)`)
        return found.length
      })
      if (count === 0) break
      given += count
      onProgress?.(given)
    }
  return given
}

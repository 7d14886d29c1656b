import type { Database, Tx } from '@lianban/db'
import type { AssistanceLetterId, Clock } from '@lianban/kernel'
import { ne, sql } from 'drizzle-orm'
import type { BlindKey } from '../digests/index.ts'
import type { Letter } from './assistance.ts'
import { type Named, namedIn } from './named.ts'
import { letterDigests } from './table.ts'

type Digested = Pick<Letter, 'id' | 'targets' | 'facts' | 'questions'>

export const digestOfNamed = (key: BlindKey, { kind, said }: Named): Buffer => key.digestOf(kind, said)

/** Keeps the digests of what letters name, and one of the letter itself, so that one that names nothing is known as digested. */
export async function keepLetterDigests(tx: Tx, key: BlindKey, letters: readonly Digested[]): Promise<void> {
  const rows = letters.flatMap((letter) =>
    [key.digestOf('letter', letter.id), ...namedIn(letter).map((named) => digestOfNamed(key, named))].map((digest) => ({
      keyId: key.id,
      digest,
      letterId: letter.id,
    })),
  )
  if (rows.length) await tx.insert(letterDigests).values(rows).onConflictDoNothing()
}

const batch = 200

/** Digests every letter that has none under this key: those of before the key, or of before requests were checked at all. */
export async function digestMissingLetters(db: Database, clock: Clock, key: BlindKey): Promise<number> {
  let digested = 0
  for (;;) {
    const found = await db.transaction({ duty: 'digests' }, clock.now(), async (tx) => {
      const { rows } = await tx.execute<Digested & { id: AssistanceLetterId }>(
        sql`select * from undigested_letters(${key.id}, ${batch})`,
      )
      await keepLetterDigests(tx, key, rows)
      return rows.length
    })
    digested += found
    if (found < batch) return digested
  }
}

/** Forgets what was digested under other keys; done once every process has the new key. */
export async function dropOtherLetterDigests(db: Database, clock: Clock, key: BlindKey): Promise<number> {
  return db.transaction({ duty: 'digests' }, clock.now(), async (tx) => {
    const { rowCount } = await tx.delete(letterDigests).where(ne(letterDigests.keyId, key.id))
    return rowCount ?? 0
  })
}

import type { Tx } from '@lianban/db'
import { sql } from 'drizzle-orm'
import type { BlindKey } from '../digests/index.ts'
import { patternOf, queryOf } from '../words.ts'
import type { Assistance } from './assistance.ts'
import { digestOfNamed, keepLetterDigests } from './letter-digests.ts'
import { namedIn } from './named.ts'
import { findLetter } from './store.ts'

/**
 * Holds what a request names against the receiver's own clues, cases and requests, in the step that the receiver takes.
 * Nothing comes back: what was found is the receiver's to read, each record by its own rights, and nobody else's to guess.
 */
export async function crossCheck(tx: Tx, key: BlindKey, { id, version, letterId }: Assistance): Promise<void> {
  const letter = await findLetter(tx, { letterId })
  await keepLetterDigests(tx, key, [letter])
  const seen = new Set<string>()
  const named = namedIn(letter).map((one) => {
    const isFirst = !seen.has(one.said)
    seen.add(one.said)
    return {
      digest: digestOfNamed(key, one).toString('hex'),
      ...(isFirst && { words: queryOf(one.said), pattern: patternOf(one.said) }),
    }
  })
  await tx.execute(sql`select cross_check(${id}, ${version}, ${key.id}, ${JSON.stringify(named)}::jsonb)`)
}

import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'

/**
 * Stands in a statement that each connection is to plan once: behind the wall, planning takes longer than reading a page.
 * Only where one plan is good for all values, and whatever an index asks for stands in the text.
 */
export const plannedOnce: SQL = sql.raw('/* planned once */')
const mark = '/* planned once */'

/** A plan takes tens of kilobytes in each connection. */
const mostNames = 100

/** The names of statements that are planned once. A name is of the text, and the same everywhere. */
export function makePlanNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    if (!text.includes(mark)) return undefined
    const known = names.get(text)
    if (known || names.size >= mostNames) return known
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
    names.set(text, name)
    return name
  }
}

import { type AnyColumn, or, type SQL, sql } from 'drizzle-orm'

/** Text as its characters one by one and in pairs, lower-cased: a word is found inside of a sentence, without a dictionary. */
export function wordsOf(...texts: readonly string[]): string[] {
  const words = new Set<string>()
  for (const run of runsOf(texts.join('\n')))
    for (const [n, character] of run.entries()) {
      words.add(character)
      const next = run[n + 1]
      if (next !== undefined) words.add(character + next)
    }
  return [...words]
}

/** What a text that contains the phrase has among its words, as the text of a `tsquery`, every character taken literally. */
export function queryOf(phrase: string): string {
  const asked = runsOf(phrase).flatMap((run) =>
    run.length === 1 ? run : run.slice(1).map((character, n) => `${run[n]}${character}`),
  )
  return [...new Set(asked)].map((word) => `'${word.replace(/[\\']/g, '$&$&')}'`).join(' & ')
}

/** Text that contains the phrase, as the pattern of a `like`, every character taken literally. */
export const patternOf = (phrase: string): string => `%${phrase.replace(/[\\%_]/g, '\\$&')}%`

const runsOf = (text: string): string[][] => (text.toLowerCase().match(/\S+/gu) ?? []).map((run) => [...run])

/** Text that occurs in any of the columns, every character taken literally. */
export function mentions(q: string | undefined, ...columns: AnyColumn[]): SQL | undefined {
  if (!q) return undefined
  return or(...columns.map((column) => sql`${column} ilike ${patternOf(q)}`))
}

import { is, Param, Placeholder, SQL, type SQLChunk, StringChunk } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

/** SQL that was put together once: its texts, and the values between them as the driver takes them. */
export type Rendered = { readonly texts: readonly string[]; readonly values: readonly unknown[] }

const dialect = new PgDialect()

/**
 * Placeholders in it stay, and wait for `filled`. A value that is always the same is written into the text, where the
 * database can tell which partial index it may use before it knows the others.
 */
export function rendered(query: SQL, isFixed: (value: unknown) => boolean = () => false): Rendered {
  const { sql, params } = dialect.sqlToQuery(query)
  const texts: string[] = []
  const values: unknown[] = []
  let end = 0
  let text = ''
  for (const { 0: mark, 1: number, index } of sql.matchAll(/\$(\d+)/g)) {
    const value = params[Number(number) - 1]
    text += sql.slice(end, index)
    end = index + mark.length
    const literal = isFixed(value) ? literalOf(value) : undefined
    if (literal !== undefined) {
      text += literal
      continue
    }
    texts.push(text)
    values.push(value)
    text = ''
  }
  return { texts: [...texts, text + sql.slice(end)], values }
}

/**
 * The SQL again, flat, so that it costs next to nothing to render as part of more: a placeholder takes the value of its
 * name, and every other value what `renewed` makes of it.
 */
export function filled(
  { texts, values }: Rendered,
  named: Readonly<Record<string, unknown>>,
  renewed: (value: unknown) => unknown,
): SQL {
  const taken = (value: unknown): unknown => {
    if (is(value, Placeholder)) return named[value.name]
    if (is(value, Param) && is(value.value, Placeholder)) return value.encoder.mapToDriverValue(named[value.value.name])
    return renewed(value)
  }
  return new SQL(
    texts.flatMap((text, n) =>
      n < values.length ? [new StringChunk(text), chunkOf(taken(values[n]))] : [new StringChunk(text)],
    ),
  )
}

/** A bare value renders quicker than one that is wrapped, but only a plain one means itself. */
const chunkOf = (value: unknown): SQLChunk =>
  typeof value === 'string' || typeof value === 'number' ? (value as unknown as SQLChunk) : new Param(value)

/** A word or a truth value as it is written in SQL; nothing for what would have to be escaped. */
function literalOf(value: unknown): string | undefined {
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'string' && /^[\w-]*$/.test(value) ? `'${value}'` : undefined
}

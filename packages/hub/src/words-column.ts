import { sql } from 'drizzle-orm'
import { customType } from 'drizzle-orm/pg-core'

/** Words to be found by, as `wordsOf` makes them; written and never read. */
export const words = customType<{ data: readonly string[] }>({
  dataType: () => 'tsvector',
  toDriver: (all) => sql`array_to_tsvector(${sql.param(all)}::text[])`,
})

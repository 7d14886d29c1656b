import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PgTable } from 'drizzle-orm/pg-core'

/** Takes rows down one by one, and writes them table by table: a large world in few statements. */
export function makePen(owner: NodePgDatabase) {
  const taken = new Map<PgTable, object[]>()
  return {
    insert: <Table extends PgTable>(table: Table) => ({
      async values(rows: Table['$inferInsert'] | readonly Table['$inferInsert'][]): Promise<void> {
        const before = taken.get(table) ?? []
        taken.set(table, before)
        before.push(...(Array.isArray(rows) ? (rows as object[]) : [rows]))
      },
    }),
    /** In the order in which the tables were first written to: what others point at comes before them. */
    async flush(): Promise<void> {
      for (const [table, rows] of taken)
        for (let first = 0; first < rows.length; first += 500)
          await owner.insert(table).values(rows.slice(first, first + 500))
    },
  }
}

export type Pen = ReturnType<typeof makePen>

import type { AnyAbility } from '@casl/ability'
import { and, eq, inArray, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { branchesOf } from './branches.ts'
import { type Condition, sqlOf } from './condition.ts'
import { filterOf } from './filter.ts'
import { merged, together, type Walk } from './merged.ts'
import type { ListModel } from './model.ts'

export type PageOptions = {
  readonly limit: number | Placeholder
  /** The last row of the page before. */
  readonly after?: { readonly at: Date | string | Placeholder; readonly id: string | Placeholder } | undefined
  /** What else the rows must meet, over the record's own columns. */
  readonly where?: SQL | undefined
}

/** The records that an ability opens for an action: whether, in order, and how many. */
export type Visible = {
  /** As one condition for a `where`. */
  readonly condition: SQL
  /** The places `(at, id)` of the newest records, as a subquery; each way in is read off in order and left after `limit` rows. */
  page(options: PageOptions): SQL
  /** How many records there are, as one number; related rows that suffice are counted without reading the records. */
  count(where?: SQL): SQL
  /** Whether every way in starts from an index, or some rule makes the database look at all records. */
  readonly isDriven: boolean
}

export function visibleOf(ability: AnyAbility, action: string, subject: string, model: ListModel): Visible {
  const walks = merged(branchesOf(ability, action, subject, model))
  const nothing = sql`(select ${model.at} as at, ${model.id} as id from ${model.table} where false)`
  return {
    get condition() {
      return filterOf(ability, action, subject, model)
    },
    page({ limit, after, where }) {
      if (walks.length === 0) return nothing
      const ways = walks.map((walk) => {
        const { from, at, id, isRelated } = start(walk, model, { where, after })
        // Several related rows may open one record, and a page is cut after so many records.
        return sql`(select ${sql.raw(isRelated ? 'distinct ' : '')}${at} as at, ${id} as id ${from} order by ${at} desc, ${id} desc limit ${limit})`
      })
      return sql`(select at, id from (${sql.join(ways, sql` union `)}) as ways order by at desc, id desc limit ${limit})`
    },
    count(where) {
      if (walks.length === 0) return sql`0`
      const ways = together(walks).map((walk) => start(walk, model, { where }))
      // Between several ways `union` tells doubles apart; a single one has some where related rows open one record twice.
      const distinct = sql.raw(ways.length === 1 && ways[0]?.isRelated ? 'distinct ' : '')
      const ids = ways.map(({ id, from }) => sql`(select ${distinct}${id} as id ${from})`)
      return sql`(select count(*)::int from (${sql.join(ids, sql` union `)}) as ways)`
    },
    isDriven: walks.every(({ by, inside, rest, choices }) => by || inside.length + rest.length + choices.length === 0),
  }
}

const isOneOf = (column: AnyPgColumn, values: readonly unknown[]): SQL =>
  values.length === 1 ? eq(column, values[0]) : inArray(column, [...values])

/** One way in, as a query for places that nobody has put in order yet. */
function start(walk: Walk, model: ListModel, { where, after }: Pick<PageOptions, 'where' | 'after'>) {
  const relation = walk.by?.relation
  const drives = relation?.drives
  const { at, id } = drives ?? model
  const ofRecord = (terms: readonly Condition[]) => terms.map((term) => sqlOf(term, model))
  const ofRelated = (terms: readonly Condition[]) =>
    terms.map((term) => sqlOf(term, { fields: relation?.fields ?? {} }))
  const conditions = and(
    drives?.where,
    walk.by && isOneOf(walk.by.field.column, walk.by.values),
    ...ofRelated(walk.inside),
    ...ofRecord(walk.rest),
    or(...walk.choices.map(({ inside, rest }) => and(...ofRelated(inside), ...ofRecord(rest)))),
    where,
    after && sql`(${at}, ${id}) < (${sql.param(after.at, at)}, ${sql.param(after.id, id)})`,
  )
  const asksRecord = where !== undefined || walk.rest.length > 0 || walk.choices.some(({ rest }) => rest.length > 0)
  const isThere = !drives || id.table === model.table
  const from = drives?.from ?? relation?.from ?? model.table
  const joined = asksRecord && !isThere ? sql`${from} join ${model.table} on ${model.id} = ${id}` : sql`${from}`
  return { from: sql`from ${joined} where ${conditions ?? sql`true`}`, at, id, isRelated: drives !== undefined }
}

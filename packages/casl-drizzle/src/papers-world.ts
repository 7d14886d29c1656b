import { randomUUID } from 'node:crypto'
import { type AnyMongoAbility, createMongoAbility, type RawRuleOf, subject } from '@casl/ability'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { filterOf } from './filter.ts'
import type { ListModel } from './model.ts'
import { type PageOptions, visibleOf } from './visible.ts'

/** A small world for the tests: papers of desks, and slips that hand them to others. */
const papers = pgTable('papers', {
  id: uuid().primaryKey(),
  desk: text(),
  weight: integer(),
  isSealed: boolean('is_sealed'),
  tags: text().array(),
  sentAt: timestamp('sent_at', { withTimezone: true }),
  at: timestamp({ withTimezone: true }).notNull(),
})

const slips = pgTable('slips', {
  paperId: uuid('paper_id').notNull(),
  paperAt: timestamp('paper_at', { withTimezone: true }).notNull(),
  desk: text(),
  state: text(),
  until: timestamp({ withTimezone: true }),
})

export const model = {
  fields: {
    desk: { column: papers.desk, drives: true },
    weight: { column: papers.weight },
    isSealed: { column: papers.isSealed },
    tags: { column: papers.tags, isList: true },
    sentAt: { column: papers.sentAt },
  },
  relations: {
    slips: {
      from: slips,
      on: eq(slips.paperId, papers.id),
      fields: { desk: { column: slips.desk }, state: { column: slips.state }, until: { column: slips.until } },
      drives: { by: ['desk'], at: slips.paperAt, id: slips.paperId },
    },
  },
  table: papers,
  at: papers.at,
  id: papers.id,
} satisfies ListModel

/** The same, but slips are thought few: a list reads them once. */
export const fewSlips = {
  ...model,
  relations: { slips: { ...model.relations.slips, drives: { ...model.relations.slips.drives, areFew: true } } },
} satisfies ListModel

export type Slip = { readonly desk: string | null; readonly state: string | null; readonly until: string | null }
export type Paper = {
  readonly desk: string | null
  readonly weight: number | null
  readonly is_sealed: boolean | null
  readonly tags: string[] | null
  readonly sent_at: string | null
  readonly slips: readonly Slip[]
}

export const aPaper: Paper = {
  desk: 'north',
  weight: 20,
  is_sealed: false,
  tags: ['urgent'],
  sent_at: '2025-05-21T12:00:00Z',
  slips: [],
}

export const abilityOf = (rules: RawRuleOf<AnyMongoAbility>[]): AnyMongoAbility => createMongoAbility(rules)

/** May the paper be read: a rule for reading it with this condition. */
export const readingIf = (conditions: object) => abilityOf([{ action: 'read', subject: 'Paper', conditions }])

export async function aWorld() {
  const database = await aDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`
    create table papers (id uuid primary key, desk text, weight integer, is_sealed boolean, tags text[], sent_at timestamptz, at timestamptz not null);
    create table slips (paper_id uuid not null, paper_at timestamptz not null, desk text, state text, until timestamptz)`)
  const db = drizzle(owner)
  return {
    db,
    async write(all: readonly Paper[]) {
      // Several papers of one instant, so that the time alone does not order them.
      const rows = all.map((paper, n) => ({
        id: randomUUID(),
        at: new Date(Math.floor(n / 3)).toISOString(),
        ...paper,
      }))
      const related = rows.flatMap(({ id, at, slips: list }) =>
        list.map((slip) => ({ paper_id: id, paper_at: at, ...slip })),
      )
      await owner.query('truncate papers, slips')
      await owner.query('insert into papers select * from jsonb_populate_recordset(null::papers, $1)', [
        JSON.stringify(rows),
      ])
      await owner.query('insert into slips select * from jsonb_populate_recordset(null::slips, $1)', [
        JSON.stringify(related),
      ])
    },
    /** Ids of the papers in the list, and of those that CASL allows one by one when it is asked about rows read back. */
    async both(ability: AnyMongoAbility) {
      const related = await db.select().from(slips)
      const all = (await db.select().from(papers)).map((row) => ({
        ...row,
        slips: related.filter((slip) => slip.paperId === row.id),
      }))
      const listed = await db
        .select({ id: papers.id })
        .from(papers)
        .where(filterOf(ability, 'read', 'Paper', model))
      const allowed = all.filter((row) => ability.can('read', subject('Paper', { ...row })))
      return {
        listed: listed.map(({ id }) => id).toSorted(),
        allowed: allowed.map(({ id }) => id).toSorted(),
        of: all.length,
      }
    },
    /** The papers in the list's order, walked page by page, and as many as were counted. */
    async walked(
      ability: AnyMongoAbility,
      { limit, where, listed = model }: { limit: number; where?: SQL; listed?: ListModel },
    ) {
      const visible = visibleOf(ability, 'read', 'Paper', listed)
      const ids: string[] = []
      for (let after: PageOptions['after']; ; ) {
        const page = visible.page({ limit, after, where })
        const { rows } = await db.execute<{ at: string; id: string }>(sql`select at, id from ${page} as page`)
        ids.push(...rows.map(({ id }) => id))
        const last = rows.at(-1)
        if (!last || rows.length < limit) break
        after = { at: new Date(last.at), id: last.id }
      }
      const { rows: counted } = await db.execute<{ total: number }>(sql`select ${visible.count(where)} as total`)
      const expected = await db
        .select({ id: papers.id })
        .from(papers)
        .where(and(filterOf(ability, 'read', 'Paper', model), where))
        .orderBy(desc(papers.at), desc(papers.id))
      return { ids, total: counted[0]?.total, expected: expected.map(({ id }) => id) }
    },
    async close() {
      await owner.end()
      await database.close()
    },
  }
}

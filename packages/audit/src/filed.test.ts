import { copyOut } from '@lianban/db'
import { type AgencyId, type EntryId, newId, type OfficerId, type SessionId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { appendEntry } from './append.ts'
import { entriesQuery } from './copied-rows.ts'
import type { Entry } from './entry.ts'
import { entriesInRows } from './entry-rows.ts'

const { db, ownerUrl, close } = await aDatabase()
const owner = new pg.Client({ connectionString: ownerUrl })
const at = new Date('2026-03-01T08:00:00Z')
const ids = () => ({ officerId: newId<OfficerId>(), agencyId: newId<AgencyId>(), sessionId: newId<SessionId>() })

const entries: Omit<Entry, 'id' | 'at'>[] = [
  { act: 'log.verify', outcome: 'done' },
  { act: 'case.find', outcome: 'refused', ...ids(), subject: { kind: 'Case', id: newId() }, code: 'record.unseen' },
  { act: 'clue.record', outcome: 'done', ...ids(), caseId: newId(), rule: 'CL-RECORD', facts: { label: 'internal' } },
  { act: 'clue.find', outcome: 'done', ...ids(), purpose: '查“某”案 \\ "引号"\n', facts: { note: '{"id":"}' } },
  { act: 'rules.see', outcome: 'done', subject: { kind: 'RuleFile', id: 'case".yaml' }, facts: { at: 1.5e21 } },
]

beforeAll(async () => {
  await owner.connect()
  for (const entry of entries)
    await db.transaction({ duty: 'sign-in' }, at, (tx) =>
      appendEntry(tx, { ...entry, id: newId<EntryId>(), at, input: { title: '线索' } }),
    )
  await db.transaction({ duty: 'sequencer' }, at, (tx) => tx.execute(sql`select * from take_audit_entries(1000)`))
})
afterAll(async () => {
  await owner.end()
  await close()
})

const misfiled = async () => {
  const rows = await db.transaction({ duty: 'verifier' }, at, (tx) => copyOut(tx, entriesQuery(0, entries.length)))
  return rows.flatMap((bytes) => [...entriesInRows(bytes)]).flatMap(({ index, filedAs }) => (filedAs ? index : []))
}
const behindTheWall = async (text: string, values: unknown[]) => {
  await owner.query('alter table audit_leaves disable trigger append_only')
  await owner.query(text, values)
  await owner.query('alter table audit_leaves enable trigger append_only')
}

test('[AU61] entries of any form are found by what their bodies say, as they were written', async () => {
  expect(await misfiled()).toEqual([])
})

test('[AU61] each column of each entry that says something else, or says nothing any more, is found', async () => {
  const others: Record<string, readonly unknown[]> = {
    id: [newId()],
    at: [at.getTime() + 1],
    act: ['case.finding', 'case'],
    outcome: ['done', 'refused'],
    officer_id: [newId(), null],
    agency_id: [newId(), null],
    session_id: [newId(), null],
    case_id: [newId(), null],
    subject_kind: ['Clue', null, '%'],
    subject_id: [newId(), null, '%', 'a\nb'],
  }
  const { rows } = await owner.query('select * from audit_leaves order by leaf_index')
  for (const [index, row] of rows.entries())
    for (const [column, values] of Object.entries(others))
      for (const value of values.filter((one) => one !== row[column] && String(one) !== row[column])) {
        const set = `update audit_leaves set ${column} = $1 where leaf_index = $2`
        await behindTheWall(set, [value, index])
        expect([index, column, value, await misfiled()]).toEqual([index, column, value, [index]])
        await behindTheWall(set, [row[column], index])
      }
  expect(await misfiled()).toEqual([])
})

test('[AU60] rows of any size are copied out whole, and the connection goes on, also after a query that fails', async () => {
  const rowsOf = (pieces: readonly Buffer[]) =>
    pieces.reduce((rows, bytes) => {
      let count = 0
      for (let from = 0; from < bytes.length; from += 1 + bytes.readUInt32BE(from + 1)) count++
      return rows + count
    }, 0)
  await db.transaction({ duty: 'verifier' }, at, async (tx) => {
    for (const longest of [0, 1, 100, 65_500, 65_536, 400_000]) {
      const query = `select repeat('x', ${longest} * n / 7) from generate_series(0, 7) n`
      const pieces = await copyOut(tx, query)
      // Eight rows, and the one that ends the copy.
      expect([longest, rowsOf(pieces)]).toEqual([longest, 9])
      expect((await tx.execute<{ one: number }>(sql`select 1 as one`)).rows).toEqual([{ one: 1 }])
    }
  })
  const failing = db.transaction({ duty: 'verifier' }, at, (tx) =>
    copyOut(tx, 'select 1 / (n - 5) from generate_series(0, 9) n'),
  )
  await expect(failing).rejects.toThrow('division by zero')
  expect(await misfiled()).toEqual([])
})

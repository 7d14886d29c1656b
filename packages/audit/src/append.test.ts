import { type AgencyId, type EntryId, newId, type OfficerId, type SessionId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { appendEntry } from './append.ts'
import type { Entry } from './entry.ts'
import { inputDigest } from './input-digest.ts'
import { listEntries } from './list.ts'
import { leafHash } from './merkle.ts'

const { db, ownerUrl, close } = await aDatabase()
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
afterAll(async () => {
  await owner.end()
  await close()
})

const at = new Date('2026-03-01T08:00:00Z')
const anOfficer = () => ({ agencyId: newId<AgencyId>(), officerId: newId<OfficerId>() })
const anEntry = (over: Partial<Entry> = {}): Entry => ({
  id: newId<EntryId>(),
  at,
  act: 'clue.record',
  outcome: 'done',
  ...over,
})
const count = async (id: string) =>
  Number((await owner.query('select count(*) from audit_entries where id = $1', [id])).rows[0].count)
const take = () =>
  db.transaction({ duty: 'sequencer' }, at, (tx) => tx.execute(sql`select * from take_audit_entries(1000)`))

describe('with the act', () => {
  test('[AU11] the entry and its salt are committed with the act', async () => {
    const officer = anOfficer()
    const entry = anEntry(officer)
    await db.transaction(officer, at, (tx) => appendEntry(tx, { ...entry, input: { title: '线索' } }))
    expect(await count(entry.id)).toBe(1)
    const { rows } = await owner.query(`select salt from audit_intake where body like '%' || $1 || '%'`, [entry.id])
    expect(rows).toEqual([{ salt: expect.any(Buffer) }])
  })

  test('[AU11] an act that fails after its entry leaves neither act nor entry', async () => {
    const officer = anOfficer()
    const entry = anEntry(officer)
    const failing = db.transaction(officer, at, async (tx) => {
      await appendEntry(tx, { ...entry, input: { title: '线索' } })
      throw new Error('the act fails')
    })
    await expect(failing).rejects.toThrow('the act fails')
    expect(await count(entry.id)).toBe(0)
  })

  test('[AU11] an entry that cannot be written takes the act back', async () => {
    const officer = anOfficer()
    const [fine, foreign] = [anEntry(officer), anEntry(anOfficer())]
    const failing = db.transaction(officer, at, async (tx) => {
      await appendEntry(tx, fine)
      await appendEntry(tx, foreign)
    })
    await expect(failing).rejects.toThrow('somebody else')
    expect([await count(fine.id), await count(foreign.id)]).toEqual([0, 0])
  })

  test('[AU10] the stored digest is that of the input under the stored salt', async () => {
    const officer = anOfficer()
    const entry = anEntry(officer)
    const input = { title: '线索', content: '不得写入日志的内容' }
    await db.transaction(officer, at, (tx) => appendEntry(tx, { ...entry, input }))
    const { rows } = await owner.query('select body from audit_entries where id = $1', [entry.id])
    await take()
    const salt = (await owner.query('select salt from audit_salts where entry_id = $1', [entry.id])).rows[0].salt
    expect(JSON.parse(rows[0].body).inputDigest).toBe(inputDigest(salt, input))
    expect(rows[0].body).not.toContain('内容')
  })

  test('[AU12] an entry is found by the same columns while it waits and once it has its index', async () => {
    const officer = anOfficer()
    const entry = anEntry({ ...officer, subject: { kind: 'Clue', id: 'c-1' }, caseId: newId(), outcome: 'refused' })
    await db.transaction(officer, at, (tx) => appendEntry(tx, entry))
    const found = async () => (await owner.query('select * from audit_entries where id = $1', [entry.id])).rows[0]
    const { leaf_index: none, leaf_hash: unhashed, ...waiting } = await found()
    expect(waiting).toMatchObject({
      at: String(at.getTime()),
      act: 'clue.record',
      outcome: 'refused',
      agency_id: officer.agencyId,
      officer_id: officer.officerId,
      subject_kind: 'Clue',
      subject_id: 'c-1',
      case_id: entry.caseId,
    })
    expect([none, unhashed]).toEqual([null, null])
    await take()
    const { leaf_index, leaf_hash, ...taken } = await found()
    expect(taken).toEqual(waiting)
    expect(Number(leaf_index)).toBeGreaterThanOrEqual(0)
    expect(leaf_hash).toEqual(Buffer.from(leafHash(taken.body)))
  })
})

describe('the wall', () => {
  test('[AU13] an officer cannot write an entry in the name of another', async () => {
    const [pavel, olga] = [anOfficer(), anOfficer()]
    for (const named of [olga, { ...pavel, officerId: olga.officerId }, {}]) {
      const entry = anEntry(named)
      await expect(db.transaction(pavel, at, (tx) => appendEntry(tx, entry))).rejects.toThrow()
      expect(await count(entry.id)).toBe(0)
    }
  })

  test('[AU13] a duty of the program writes for those who have no session', async () => {
    const entry = anEntry({ act: 'session.refused', outcome: 'refused', agencyId: newId<AgencyId>() })
    await db.transaction({ duty: 'sign-in' }, at, (tx) => appendEntry(tx, { ...entry, input: { state: 'x' } }))
    expect(await count(entry.id)).toBe(1)
  })

  test('[AU14] an agency lists its own entries and not those of another', async () => {
    const [pavel, olga] = [anOfficer(), anOfficer()]
    for (const officer of [pavel, olga]) {
      await db.transaction(officer, at, (tx) =>
        appendEntry(tx, anEntry({ ...officer, subject: { kind: 'Report', id: 'r-1' } })),
      )
    }
    const seen = await db.transaction(pavel, at, (tx) => listEntries(tx, { subjectIds: ['r-1'], limit: 10 }))
    expect(seen.map(({ entry }) => entry.agencyId)).toEqual([pavel.agencyId])
    const bySignIn = await db.transaction({ duty: 'sign-in' }, at, (tx) => listEntries(tx, { limit: 10 }))
    expect(bySignIn).toEqual([])
  })

  test('[AU14] whoever sees a case or a clue sees what others did with it', async () => {
    const { caseId, clueId, owner: pavel, stranger } = await aCaseAndAClue()
    const guest = anOfficer()
    const onCase = anEntry({ ...guest, act: 'case.find', subject: { kind: 'Case', id: caseId }, caseId })
    const onClue = anEntry({ ...guest, act: 'clue.find', subject: { kind: 'Clue', id: clueId } })
    const onSection = anEntry({ ...guest, act: 'dossier.join', subject: { kind: 'Section', id: newId() }, caseId })
    for (const entry of [onCase, onClue, onSection]) await db.transaction(guest, at, (tx) => appendEntry(tx, entry))
    const list = (officer: typeof guest) =>
      db.transaction(officer, at, (tx) => listEntries(tx, { caseId, subjectIds: [clueId], limit: 10 }))
    expect((await list(pavel)).map(({ entry }) => entry)).toEqual([onClue, onCase])
    expect(await list(stranger)).toEqual([])
  })

  test('[AU14] the sign-in of a session that acted on a case is part of its story', async () => {
    const { caseId, owner: pavel, stranger } = await aCaseAndAClue()
    const guest = anOfficer()
    const [sessionId, elsewhere] = [newId<SessionId>(), newId<SessionId>()]
    const signIn = anEntry({ ...guest, act: 'session.sign-in', sessionId })
    const other = anEntry({ ...guest, act: 'session.sign-in', sessionId: elsewhere })
    const look = anEntry({ ...guest, act: 'case.find', subject: { kind: 'Case', id: caseId }, caseId, sessionId })
    const search = anEntry({ ...guest, act: 'search.all', sessionId })
    for (const entry of [signIn, other, look, search]) await db.transaction(guest, at, (tx) => appendEntry(tx, entry))
    const list = (officer: typeof guest) =>
      db.transaction(officer, at, (tx) => listEntries(tx, { caseId, withSessionsOfCase: caseId, limit: 10 }))
    expect((await list(pavel)).map(({ entry }) => entry)).toEqual([look, signIn])
    expect(await list(stranger)).toEqual([])
  })

  test('[AU15] a listing is newest first and goes on after the last of the page before', async () => {
    const officer = anOfficer()
    const entries = Array.from({ length: 5 }, (_, i) => anEntry({ ...officer, facts: { i } }))
    for (const entry of entries) await db.transaction(officer, at, (tx) => appendEntry(tx, entry))
    const page = (before?: EntryId) =>
      db.transaction(officer, at, (tx) => listEntries(tx, { limit: 2, ...(before && { before }) }))
    const first = await page()
    expect(first).toEqual([4, 3].map((i) => ({ entry: entries[i], index: null, leafHash: null })))
    expect((await page(first.at(-1)!.entry.id)).map(({ entry }) => entry.facts)).toEqual([{ i: 2 }, { i: 1 }])
  })

  test('[AU15] a listing is narrowed by officer, session and act together', async () => {
    const officer = anOfficer()
    const sought = anEntry({ ...officer, act: 'case.export' })
    for (const entry of [sought, anEntry(officer)]) await db.transaction(officer, at, (tx) => appendEntry(tx, entry))
    const filter = { officerId: officer.officerId, acts: ['case.export'], limit: 10 }
    const listed = await db.transaction(officer, at, (tx) => listEntries(tx, filter))
    expect(listed.map(({ entry }) => entry)).toEqual([sought])
    expect(await db.transaction(officer, at, (tx) => listEntries(tx, { ...filter, acts: [] }))).toEqual([])
  })
})

describe('append-only', () => {
  const columns = {
    audit_leaves: 'leaf_hash',
    audit_heads: 'at',
    audit_tiles: 'hashes',
    audit_checkpoints: 'note',
  }
  const statements = Object.entries(columns).flatMap(([table, column]) => [
    `delete from ${table}`,
    `truncate ${table}`,
    `update ${table} set ${column} = ${column}`,
  ])
  const ofIntake = ['delete from audit_intake', 'truncate audit_intake', 'update audit_intake set body = body']

  test.each([...statements, ...ofIntake])('[AU16] the program may not %s', async (statement) => {
    const attempt = db.transaction({ duty: 'sequencer' }, at, (tx) => tx.execute(sql.raw(statement)))
    await expect(attempt).rejects.toMatchObject({ cause: { message: expect.stringContaining('permission denied') } })
  })

  test.each([...statements, ...ofIntake])('[AU16] a trigger stops even the owner from %s', async (statement) => {
    const officer = anOfficer()
    await db.transaction(officer, at, (tx) => appendEntry(tx, anEntry(officer)))
    await expect(owner.query(statement)).rejects.toThrow(/append-only|gives up only what is in the log/)
  })
})

async function aCaseAndAClue() {
  const [pavel, stranger] = [anOfficer(), anOfficer()]
  const [caseId, clueId] = [newId<string>(), newId<string>()]
  for (const officer of [pavel, stranger]) {
    await owner.query(
      `insert into agencies values ($1, $2, 'a', 'a', 'a', 'a', 'police', 'city', '110000', null, 'http://x', 'x', now())`,
      [officer.agencyId, officer.agencyId],
    )
    await owner.query(`insert into officers values ($1, $2, 's', 'p', 'p', '{handler}', 'active', now())`, [
      officer.officerId,
      officer.agencyId,
    ])
  }
  await owner.query(
    `insert into cases (id, number, name, charge, summary, stage, label, handling_code, region, opened_on, owner_agency_id, lead_agency_id, opened_by, opened_at)
     values ($1::uuid, $1::text, 'n', 'c', 's', 'investigating', 'internal', 'unrestricted', '110000', '2026', $2, $2, $3, now())`,
    [caseId, pavel.agencyId, pavel.officerId],
  )
  await owner.query(
    `insert into clues (id, number, title, content, kind, source, reported_on, label, handling_code, region, place, goods, methods, identifiers, state, owner_agency_id, recorded_by, recorded_at)
     values ($1::uuid, $1::text, 't', 'c', 'report', 'patrol', '2026', 'internal', 'unrestricted', '110000', 'p', '[]', '{}', '[]', 'recorded', $2, $3, now())`,
    [clueId, pavel.agencyId, pavel.officerId],
  )
  return { caseId, clueId, owner: pavel, stranger }
}

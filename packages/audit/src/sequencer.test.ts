import { setTimeout as sleep } from 'node:timers/promises'
import { type AgencyId, type EntryId, makeMonotonicClock, newId } from '@lianban/kernel'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { appendEntry } from './append.ts'
import { currentHead } from './head.ts'
import { rootOf } from './merkle.ts'
import { type Sequencer, startSequencer } from './sequencer.ts'
import { verifyDatabase } from './verify-database.ts'

const { db, ownerUrl, close } = await aDatabase({ maxConnections: 20 })
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
const clock = makeMonotonicClock()
const running: Sequencer[] = []
const faults: unknown[] = []

const aSequencer = () => {
  const sequencer = startSequencer({ db, clock, onFault: (fault) => faults.push(fault) })
  running.push(sequencer)
  return sequencer
}
const append = async () => {
  const id = newId<EntryId>()
  const entry = { id, at: clock.now(), act: 'case.open', outcome: 'done', agencyId: newId<AgencyId>() } as const
  return db.transaction({ duty: 'denials' }, entry.at, (tx) => appendEntry(tx, entry))
}
const leaves = async () => (await owner.query('select * from audit_leaves order by leaf_index')).rows
const head = () => db.transaction({ duty: 'health' }, clock.now(), currentHead)
const pidOfWorker = async () =>
  (
    await owner.query(`select pid from pg_locks where locktype = 'advisory' and granted and database =
    (select oid from pg_database where datname = current_database())`)
  ).rows.map((row) => row.pid)
const kill = (pid: number) => db.pool.query('select pg_terminate_backend($1)', [pid])
/** The change nobody may make, by the owner of the tables, who can put every trigger out of action. */
const behindTheWall = async (statement: string, values: unknown[] = []) => {
  const triggers = (state: string) =>
    owner.query(tables.map((table) => `alter table ${table} ${state} trigger user`).join(';'))
  await triggers('disable')
  const result = await owner.query(statement, values).finally(() => triggers('enable'))
  expect(result.rowCount).toBeGreaterThan(0)
}
const tables = ['audit_leaves', 'audit_heads', 'audit_tiles', 'audit_checkpoints']

afterEach(async () => {
  await Promise.all(running.splice(0).map((sequencer) => sequencer.stop()))
  faults.splice(0)
})
afterAll(async () => {
  await owner.end()
  await close()
})

describe('indexes', () => {
  test('[AU25] entries of eight writers get dense indexes, each entry once', async () => {
    const sequencer = aSequencer()
    const before = (await leaves()).length
    const written = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const ids: string[] = []
        for (let i = 0; i < 40; i++) ids.push(await append())
        return ids
      }),
    )
    await sequencer.idle()
    const rows = await leaves()
    expect(rows.map((row) => Number(row.leaf_index))).toEqual(rows.map((_, i) => i))
    expect(
      rows
        .slice(before)
        .map((row) => row.id)
        .sort(),
    ).toEqual(written.flat().sort())
    expect((await owner.query('select from audit_intake')).rowCount).toBe(0)
    expect(faults).toEqual([])
  })

  test('[AU25] entries written one after the other keep their order', async () => {
    const ids: string[] = []
    for (let i = 0; i < 10; i++) ids.push(await append())
    await aSequencer().idle()
    expect((await leaves()).slice(-10).map((row) => row.id)).toEqual(ids)
  })

  test('[AU26] each batch ends in a head that is the root of all its leaves', async () => {
    await append()
    await aSequencer().idle()
    const rows = await leaves()
    const rootHash = Buffer.from(rootOf(rows.map((row) => row.leaf_hash))).toString('hex')
    expect(await head()).toMatchObject({ size: rows.length, rootHash })
    expect(await verifyDatabase(db)).toEqual({ intact: true, size: rows.length, rootHash, queued: 0, checkpoint: 0 })
  })

  test('[AU27] an entry is in the tree within moments of a nudge', async () => {
    const sequencer = aSequencer()
    await sequencer.idle()
    const id = await append()
    sequencer.nudge()
    await vi.waitFor(async () => expect((await leaves()).at(-1).id).toBe(id), { timeout: 500, interval: 10 })
  })

  test('[AU27] the nudge of a process that stands by reaches the one that works', async () => {
    await aSequencer().idle()
    const standby = aSequencer()
    await standby.idle()
    const id = await append()
    standby.nudge()
    await vi.waitFor(async () => expect((await leaves()).at(-1).id).toBe(id), { timeout: 500, interval: 10 })
  })

  test('[AU27] an entry nobody told of is in the tree within two seconds', async () => {
    await aSequencer().idle()
    const id = await append()
    await vi.waitFor(async () => expect((await leaves()).at(-1).id).toBe(id), { timeout: 2000, interval: 20 })
  })
})

describe('one at a time', () => {
  test('[AU28] of three sequencers one works, and another when its connection is killed', async () => {
    const sequencers = [aSequencer(), aSequencer(), aSequencer()]
    await Promise.all(sequencers.map((sequencer) => sequencer.idle()))
    const [pid, ...others] = await pidOfWorker()
    expect(others).toEqual([])
    await kill(pid)
    await append()
    await Promise.all(sequencers.map((sequencer) => sequencer.idle()))
    expect(await pidOfWorker()).toEqual([expect.not.toBeOneOf([pid])])
    expect(await verifyDatabase(db)).toMatchObject({ intact: true, queued: 0 })
    expect(faults).toHaveLength(1)
  })

  test('[AU28] kills in the middle of writing lose no entry and double none', async () => {
    const sequencers = [aSequencer(), aSequencer()]
    let isWriting = true
    const killer = async () => {
      while (isWriting) {
        for (const pid of await pidOfWorker()) await kill(pid)
        await sleep(60)
      }
    }
    const writers = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let i = 0; i < 60; i++) await append()
      }),
    ).finally(() => {
      isWriting = false
    })
    await Promise.all([writers, killer()])
    await Promise.all(sequencers.map((sequencer) => sequencer.idle()))
    const entries = Number((await owner.query('select count(*) from audit_entries')).rows[0].count)
    expect(await verifyDatabase(db)).toMatchObject({ intact: true, size: entries, queued: 0 })
  })

  test('[AU28] a sequencer that is stopped lets the next one work', async () => {
    await aSequencer().idle()
    await running.splice(0)[0]!.stop()
    const id = await append()
    await aSequencer().idle()
    expect((await leaves()).at(-1).id).toBe(id)
  })

  test('[AU29] a fault is reported and the work goes on after it', async () => {
    await aSequencer().idle()
    await owner.query('revoke insert on audit_heads from lianban_app')
    const id = await append()
    running[0]!.nudge()
    await vi.waitFor(() => expect(faults.length).toBeGreaterThan(1), { timeout: 3000 })
    await owner.query('grant insert on audit_heads to lianban_app')
    await running[0]!.idle()
    expect((await leaves()).at(-1).id).toBe(id)
    expect(await verifyDatabase(db)).toMatchObject({ intact: true })
  })

  test('[AU29] a sequencer stopped with entries left says so to whoever waits', async () => {
    await owner.query('revoke insert on audit_heads from lianban_app')
    await append()
    const sequencer = aSequencer()
    const waiting = expect(sequencer.idle()).rejects.toThrow('stopped')
    await vi.waitFor(() => expect(faults.length).toBeGreaterThan(0), { timeout: 3000 })
    await sequencer.stop()
    await waiting
    await owner.query('grant insert on audit_heads to lianban_app')
  })
})

describe('behind every wall', () => {
  test('[AU18] one byte of a body changed by the owner is found and named', async () => {
    for (let i = 0; i < 30; i++) await append()
    await aSequencer().idle()
    const victim = (await leaves()).at(-20)
    const at = { index: Number(victim.leaf_index), entryId: victim.id }
    const swap = (from: string, to: string) =>
      behindTheWall('update audit_leaves set body = replace(body, $1, $2), act = replace(act, $1, $2) where id = $3', [
        from,
        to,
        at.entryId,
      ])
    await swap('case.open', 'case.opel')
    expect(await verifyDatabase(db)).toMatchObject({ intact: false, code: 'body-changed', ...at })
    await swap('case.opel', 'case.open')
    expect(await verifyDatabase(db)).toMatchObject({ intact: true })
  })

  test('[AU20] an entry or a head taken out by the owner is found', async () => {
    await append()
    await aSequencer().idle()
    const all = await leaves()
    const columns = Object.keys(all[3]).join()
    await behindTheWall('delete from audit_leaves where leaf_index = 3')
    expect(await verifyDatabase(db)).toMatchObject({ code: 'index-gap', index: 3 })
    const values = Object.keys(all[3]).map((_, i) => `$${i + 1}`)
    await behindTheWall(`insert into audit_leaves (${columns}) values (${values.join()})`, Object.values(all[3]))
    const last = await head()
    const cut = await owner.query('select * from audit_heads where size = $1', [last!.size])
    await behindTheWall('delete from audit_heads where size = $1', [last!.size])
    expect(await verifyDatabase(db)).toMatchObject({ code: 'head-missing' })
    const { size, root_hash, at } = cut.rows[0]
    await behindTheWall('insert into audit_heads values ($1, $2, $3)', [size, root_hash, at])
    expect(await verifyDatabase(db)).toMatchObject({ intact: true })
  })

  test('[AU12] a column changed by the owner is found and named, in a page of any form', async () => {
    for (let i = 0; i < 3; i++) await append()
    await aSequencer().idle()
    const { leaf_index, id, agency_id } = (await leaves()).at(-2)
    const change = (to: string) =>
      behindTheWall('update audit_leaves set agency_id = $1 where leaf_index = $2', [to, leaf_index])
    await change(newId())
    const at = { intact: false, code: 'column-changed', index: Number(leaf_index), entryId: id }
    expect(await verifyDatabase(db)).toMatchObject(at)
    await behindTheWall(`update audit_leaves set subject_id = E'a\nb' where leaf_index = $1`, [leaf_index])
    expect(await verifyDatabase(db)).toMatchObject(at)
    await behindTheWall('update audit_leaves set subject_id = null where leaf_index = $1', [leaf_index])
    await change(agency_id)
    expect(await verifyDatabase(db)).toMatchObject({ intact: true })
  })

  test('[AU30] a sequencer does not go on from hashes that were changed', async () => {
    await append()
    await aSequencer().idle()
    await running.splice(0)[0]!.stop()
    const { size } = (await head())!
    const { leaf_index, leaf_hash } = (await leaves()).at(-1)
    const forge = (to: Buffer) =>
      behindTheWall('update audit_leaves set leaf_hash = $1 where leaf_index = $2', [to, leaf_index])
    await forge(Buffer.alloc(32))
    const id = await append()
    aSequencer()
    await vi.waitFor(
      () =>
        expect(faults).toContainEqual(expect.objectContaining({ message: expect.stringContaining('another root') })),
      { timeout: 3000 },
    )
    expect((await head())!.size).toBe(size)
    await forge(leaf_hash)
    await running[0]!.idle()
    expect((await leaves()).at(-1).id).toBe(id)
  })
})

import { randomUUID } from 'node:crypto'
import { verifyDatabase, verifyReceipt } from '@lianban/audit'
import { CaseId, GrantId, LegalHoldId, type Refusal, SaltDestructionId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { closeCase } from '../closings/index.ts'
import { myDesk } from '../desk/index.ts'
import { itemFields } from '../evidence/an-item.ts'
import { recordEvidence } from '../evidence/index.ts'
import { layHold, liftHold } from '../holds/index.ts'
import { receiptsOf } from '../receipts/index.ts'
import {
  approveDestruction,
  declineDestruction,
  findRetention,
  proposeDestruction,
  withdrawDestruction,
} from './index.ts'

const years = 366 * day
let world: World
let caseId: CaseId
let grantId: GrantId
beforeAll(async () => {
  world = await aWorld()
  await world.owner.query("update agreements set valid_until = '2100-01-01'")
})
afterAll(() => world.close())
beforeEach(async () => {
  caseId = CaseId.parse(await world.aCase())
  grantId = GrantId.parse(await world.aGrant({ kind: 'Case', id: caseId }, 'police'))
  await world.sequenced()
})

const onRecord = (recordId: string = caseId) => ({ of: 'record' as const, recordId })
const propose = async (scope: Parameters<typeof proposeDestruction>[1]['scope'], by: OfficerName = 'operatorAudit') => {
  const { destructionId } = await world.submit(by, proposeDestruction, { scope, reason: '依申请删除' })
  return SaltDestructionId.parse(destructionId)
}
const approve = (destructionId: SaltDestructionId, by: OfficerName = 'operatorAuditDeputy') =>
  world.submit(by, approveDestruction, { destructionId })
const refused = async (attempt: () => Promise<unknown>) => (await world.refusal(attempt)).code
const saltsOf = async (recordId: string = caseId) => {
  const { rows } = await world.owner.query<{ id: string }>(
    'select l.id from audit_salts s join audit_leaves l on l.id = s.entry_id where l.case_id = $1 or l.subject_id = $1::text',
    [recordId],
  )
  return rows.length
}
const lay = async (by: OfficerName = 'bjLeader', record: Parameters<typeof layHold>[1]['record'] = theCase()) =>
  LegalHoldId.parse((await world.submit(by, layHold, { record, reason: '行政诉讼', authority: '函〔7〕号' })).holdId)
const theCase = () => ({ kind: 'Case' as const, id: caseId })

describe('two audit administrators', () => {
  test('[HU935] one proposes, another approves, and the salts are gone in that act', async () => {
    world.clock.advance(4 * years)
    expect(await saltsOf()).toBe(2)
    const id = await propose(onRecord())
    expect(await saltsOf()).toBe(2)
    const waits = async (by: OfficerName) =>
      (await world.ask(by, myDesk, {})).tasks.filter((task) => task.kind === 'salts.approve').map((task) => task.id)
    expect(await waits('operatorAuditDeputy')).toContain(id)
    expect(await waits('operatorAudit')).not.toContain(id)
    expect(await approve(id)).toEqual({ destroyed: 2 })
    expect(await saltsOf()).toBe(0)
    expect(await refused(() => approve(id))).toBe('salts.already-decided')
    const done = (await world.entries()).filter(({ act, outcome }) => act === 'salts.approve' && outcome === 'done')
    expect(done.at(-1)).toMatchObject({ facts: { scope: caseId, salts: 2 } })
  })

  test('[HU935] an insider alone gets nowhere, whatever the office', async () => {
    world.clock.advance(4 * years)
    const id = await propose(onRecord())
    expect(await refused(() => approve(id, 'operatorAudit'))).toBe('policy.denied')
    for (const by of ['operatorAdmin', 'operatorSecurity'] as const) {
      expect(await refused(() => approve(id, by))).toBe('policy.denied')
      expect(await refused(() => propose(onRecord(), by))).toBe('policy.denied')
    }
    for (const by of ['bjLeader', 'bjAuditor', 'bjAdmin'] as const) {
      expect(await refused(() => approve(id, by))).toBe('record.unseen')
      await expect(propose(onRecord(), by)).rejects.toMatchObject({ kind: 'forbidden' })
    }
    expect(await saltsOf()).toBe(2)
    await world.submit('operatorAuditDeputy', declineDestruction, { destructionId: id, note: '尚在复核' })
    expect(await refused(() => approve(id))).toBe('salts.already-decided')
    const next = await propose(onRecord())
    const withdraw = (by: OfficerName) => world.submit(by, withdrawDestruction, { destructionId: next, note: '' })
    expect(await refused(() => withdraw('operatorAuditDeputy'))).toBe('policy.denied')
    await withdraw('operatorAudit')
    expect(await refused(() => approve(next))).toBe('salts.already-decided')
  })

  test('[HU935] a second click is answered with the first answer; of two approvals at one moment one counts', async () => {
    world.clock.advance(4 * years)
    const id = await propose(onRecord())
    const click = { destructionId: id, submissionId: randomUUID() }
    const again = () => approveDestruction(world.as('operatorAuditDeputy'), click)
    expect(await world.losers([again(), approve(id)])).toEqual(['salts.already-decided'])
    const answer = await again().catch((error: unknown) => (error as Refusal).code)
    expect([{ destroyed: 2 }, 'salts.already-decided']).toContainEqual(answer)
    expect(await saltsOf()).toBe(0)
  })
})

describe('what stays', () => {
  test('[HU936] what is too young is refused, and so is custody for as long as its case is open', async () => {
    expect(await refused(() => propose(onRecord()))).toBe('salts.still-kept')
    world.clock.advance(2 * years)
    expect(await refused(() => propose(onRecord()))).toBe('salts.still-kept')
    await world.submit('bjHandler', recordEvidence, { ...itemFields, caseId })
    await world.sequenced()
    world.clock.advance(4 * years)
    expect(await refused(() => propose(onRecord()))).toBe('salts.still-kept')
    const ofCase = { caseId, expectedVersion: 1, ground: 'facts_not_established', paper: '结案〔1〕号', note: '' }
    await world.submit('bjLeader', closeCase, ofCase)
    expect(await approve(await propose(onRecord()))).toEqual({ destroyed: 3 })
  })

  test('[HU937] of a record one hold refuses all; several stand at once, and the last that is lifted frees it', async () => {
    const [own, other] = [await lay(), await lay('policeLeader')]
    await world.sequenced()
    world.clock.advance(4 * years)
    expect(await refused(() => propose(onRecord()))).toBe('salts.held')
    const lift = (by: OfficerName, holdId: LegalHoldId) =>
      world.submit(by, liftHold, { holdId, reason: '已审结', authority: '函〔8〕号' })
    await lift('bjLeader', own)
    expect(await refused(() => propose(onRecord()))).toBe('salts.held')
    await lift('policeLeader', other)
    const id = await propose(onRecord())
    await lay()
    expect(await refused(() => approve(id))).toBe('salts.moved-on')
    expect(await saltsOf()).toBeGreaterThan(0)
  })

  test('[HU937] of a kind what is held is left out', async () => {
    await lay()
    world.clock.advance(4 * years)
    const free = CaseId.parse(await world.aCase())
    await world.sequenced()
    world.clock.advance(4 * years)
    await approve(await propose({ of: 'kind', kind: 'KEEP-CASE' }))
    expect([await saltsOf(), await saltsOf(free)]).toEqual([2, 0])
    expect(await refused(() => propose({ of: 'kind', kind: 'KEEP-CASE' }))).toBe('salts.nothing-due')
    expect(await refused(() => propose({ of: 'kind', kind: 'KEEP-OTHER' }))).toBe('salts.kind-unknown')
  })

  test('[HU937] what was proposed by somebody who left office since is not approved', async () => {
    world.clock.advance(4 * years)
    const id = await propose(onRecord())
    const { id: officerId } = world.people.operatorAudit.officer
    await world.owner.query("update officers set roles = '{handler}' where id = $1", [officerId])
    expect(await refused(() => approve(id))).toBe('salts.proposer-gone')
    await world.owner.query("update officers set roles = '{audit_admin}' where id = $1", [officerId])
  })

  test('[HU938] entry, proof and receipt verify as before; what was entered can no longer be matched', async () => {
    const receipt = async () => (await world.ask('bjHandler', receiptsOf, { kind: 'Grant', id: grantId })).items[0]!
    const verdict = async () => verifyReceipt((await receipt()).receipt!, world.hub.receipts.trust)
    expect(await verdict()).toMatchObject({ ok: true })
    const before = await world.owner.query('select leaf_index, body, leaf_hash from audit_leaves order by leaf_index')
    const submissions = async () =>
      (await world.owner.query("select from submissions where command = 'grant.give'")).rows.length
    expect(await submissions()).toBeGreaterThan(0)
    world.clock.advance(4 * years)
    await approve(await propose(onRecord()))
    expect([await saltsOf(), await submissions()]).toEqual([0, 0])
    expect(await verdict()).toMatchObject({ ok: true, entry: { inputDigest: expect.any(String) } })
    const after = await world.owner.query(
      `select leaf_index, body, leaf_hash from audit_leaves where leaf_index < ${before.rows.length} order by leaf_index`,
    )
    expect(after.rows).toEqual(before.rows)
    expect(await verifyDatabase(world.hub.db, { key: world.hub.receipts.trust.log })).toMatchObject({ intact: true })
  })
})

test('[HU939] a process that ends before the commit leaves every salt and no decision; the same click then does it', async () => {
  world.clock.advance(4 * years)
  const id = await propose(onRecord())
  const click = { destructionId: id, submissionId: randomUUID() }
  const { db } = world.hub
  const transaction: typeof db.transaction = (context, now, work) =>
    db.transaction(context, now, async (tx) => {
      const output = await work(tx)
      await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
      return output
    })
  const dying = { ...world.as('operatorAuditDeputy'), hub: { ...world.hub, db: { ...db, transaction } } }
  await expect(approveDestruction(dying, click)).rejects.toThrow(/terminat|closed|ended/i)
  expect(await saltsOf()).toBe(2)
  const decided = 'select from salt_destruction_decisions where destruction_id = $1'
  expect((await world.owner.query(decided, [id])).rows).toEqual([])
  expect(await approveDestruction(world.as('operatorAuditDeputy'), click)).toEqual({ destroyed: 2 })
})

test('[HU940] not even the owner of the database takes a salt alone', async () => {
  const attempts = [
    'delete from audit_salts',
    'truncate audit_salts',
    "update audit_salts set salt = decode(repeat('00', 16), 'hex')",
  ]
  for (const attempt of attempts) await expect(world.owner.query(attempt)).rejects.toThrow(/to be kept|append-only/)
  world.clock.advance(4 * years)
  const id = await propose(onRecord())
  const decision = `insert into salt_destruction_decisions values ('${id}', 'approved', '', $1, now())`
  const { id: proposer } = world.people.operatorAudit.officer
  const alone = `select set_config('lianban.now', '2090-01-01T00:00:00Z', true); delete from audit_salts`
  await world.owner.query(decision, [proposer])
  await expect(world.owner.query(alone)).rejects.toThrow(/to be kept/)
  expect(await saltsOf()).toBe(2)
})

test('[HU941] everybody reads how long and why; the numbers are for the operator’s administrators', async () => {
  await lay()
  const open = await world.ask('hebeiHandler', findRetention, {})
  expect(open.keeping).toBeNull()
  expect(open.kinds.map(({ months, counted }) => [months, counted])).toEqual([
    [36, null],
    [36, null],
    [36, null],
    [6, null],
  ])
  const told = await world.ask('operatorAudit', findRetention, {})
  expect(told.keeping).toMatchObject({ canPropose: true })
  expect(told.keeping!.holds.at(0)).toMatchObject({ kind: 'Case', agency: { slug: 'bj' } })
  expect(JSON.stringify(told)).not.toMatch(/行政诉讼|函〔7〕号/)
  expect(told.kinds.find(({ id }) => id === 'KEEP-CASE')!.counted!.salts).toBeGreaterThan(0)
  expect((await world.ask('operatorAdmin', findRetention, {})).keeping).toMatchObject({ canPropose: false })
})

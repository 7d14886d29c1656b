import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../a-world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

type Rung = { version: number; standing: string; move: string; agency_id: string; package_digest: string }
const receiptsOf = async (handoffId: string): Promise<Rung[]> =>
  (await world.owner.query('select * from handoff_receipts where handoff_id = $1 order by version', [handoffId])).rows
const leadOf = async (caseId: string): Promise<string> =>
  (await world.owner.query('select lead_agency_id from cases where id = $1', [caseId])).rows[0].lead_agency_id

test('[HU714] no sequence of moves reaches a state without its receipts, each by its side over one digest', async () => {
  const { moves, states, starts } = world.hub.law.handoffs.case_transfer!.table
  const attempts = fc.array(fc.constantFrom(...moves.map(({ id }) => id)), { minLength: 4, maxLength: 14 })
  const walk = async (ids: string[]) => {
    const { handoffId, caseId, packageDigest } = await world.aHandoff('prepared')
    let standing = starts
    const made: string[] = []
    for (const id of ids) {
      const move = moves.find((each) => each.id === id)!
      const isOpen = move.from.includes(standing) && move.afterReturns === 0
      const outcome = await world.move(id, handoffId).then(
        () => 'moved',
        () => 'refused',
      )
      expect([id, standing, outcome]).toEqual([id, standing, isOpen ? 'moved' : 'refused'])
      if (!isOpen) continue
      standing = move.to
      made.push(id)
      const receipts = await receiptsOf(handoffId)
      expect(receipts.map((receipt) => receipt.move)).toEqual(made)
      const row = await world.handoffRow(handoffId)
      expect(row).toMatchObject({ standing, state: states[standing]!.as, version: made.length + 1 })
      expect(receipts.at(-1)).toMatchObject({ standing, version: row.version })
      const by = { sender: 'bj', receiver: 'police', overseer: 'procuratorate' } as const
      for (const receipt of receipts) {
        const { by: side } = moves.find((each) => each.id === receipt.move)!
        expect(receipt).toMatchObject({ agency_id: world.agencies[by[side]], package_digest: packageDigest })
      }
      expect(await leadOf(caseId)).toBe(world.agencies[row.state === 'accepted' ? 'police' : 'bj'])
    }
  }
  await fc.assert(fc.asyncProperty(attempts, walk), {
    numRuns: 8,
    seed: 310,
    // Chance alone seldom gets far.
    examples: [
      [['sign', 'dispatch', 'sign', 'accept', 'refuse', 'file', 'ask_reconsideration', 'file_on_reconsideration']],
      [['dispatch', 'deliver', 'sign', 'return', 'refer', 'accept', 'conclude']],
      [['dispatch', 'accept', 'sign', 'accept_in_part', 'supply', 'file', 'hand_over_goods', 'notify', 'return']],
    ],
  })
})

test('[HU715] the database lets no handoff stand where no receipt brought it', async () => {
  const { handoffId } = await world.aHandoff('dispatched')
  const cheats = [
    "update handoffs set state = 'accepted', standing = 'accepted', version = version + 1 where id = $1",
    "update handoffs set package_digest = repeat('a', 64) where id = $1",
  ]
  for (const cheat of cheats) await expect(world.owner.query(cheat, [handoffId])).rejects.toThrow('has no receipt')
  expect(await world.handoffRow(handoffId)).toMatchObject({ state: 'dispatched', standing: 'dispatched' })
})

test('[HU715] receipts are added and never changed or deleted, by the owner of the tables neither', async () => {
  const { handoffId } = await world.aHandoff('signed_for')
  for (const cheat of ["update handoff_receipts set note = ''", 'delete from handoff_receipts'])
    await expect(world.owner.query(`${cheat} where handoff_id = '${handoffId}'`)).rejects.toThrow('append-only')
  const [first] = await receiptsOf(handoffId)
  const twice = `insert into handoff_receipts select (json_populate_record(r, json_build_object('id', gen_random_uuid()))).*
    from handoff_receipts r where handoff_id = $1 and version = $2`
  await expect(world.owner.query(twice, [handoffId, first!.version])).rejects.toThrow(
    'handoff_receipts_handoff_id_version_key',
  )
})

test('[HU717] the clocks run from dispatch, and stop with what the law waits for', async () => {
  const running = async (handoffId: string): Promise<string[]> =>
    (
      await world.owner.query('select rule from clocks where matter_id = $1 and closed_at is null order by rule', [
        handoffId,
      ])
    ).rows.map(({ rule }) => rule)
  const { handoffId } = await world.aHandoff('dispatched')
  expect(await running(handoffId)).toEqual(['HO-01', 'TR-06'])
  await world.move('sign', handoffId)
  expect(await running(handoffId)).toEqual(['TR-06'])
  await world.move('accept', handoffId)
  await world.move('refuse', handoffId)
  expect(await running(handoffId)).toEqual(['TR-07'])
  await world.move('suggest_supervision', handoffId)
  await world.move('ask_reasons', handoffId)
  expect(await running(handoffId)).toEqual(['PS-01'])
})

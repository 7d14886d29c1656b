import {
  disputeText,
  formatNote,
  keepCosignature,
  keepDispute,
  makeCosigner,
  makeKeyText,
  newestCheckpoint,
  parseNote,
} from '@lianban/audit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../a-world.ts'
import { myDesk } from '../desk/index.ts'
import { logWitnesses, trailOfCase } from './index.ts'

let world: World
let watched: World['hub']
const cosigner = makeCosigner(makeKeyText('jcy.example/witness', 'witness-sm2'))
const witnesses = [{ agency: 'a-procuratorate', key: cosigner.key }]
beforeAll(async () => {
  world = await aWorld()
  const { trust } = world.hub.receipts
  const [{ slug }] = (
    await world.owner.query<{ slug: string }>('select slug from agencies where id = $1', [world.agencies.procuratorate])
  ).rows as [{ slug: string }]
  watched = world.hub
  Object.assign(watched.receipts, {
    trust: { ...trust, witnesses: [{ ...witnesses[0], agency: slug }], quorum: [{ need: 1, of: [slug] }] },
  })
})
afterAll(() => world.close())

const newest = async () =>
  (await world.hub.db.transaction({ duty: 'health' }, world.clock.now(), (tx) => newestCheckpoint(tx)))!
const cosign = async () => {
  const { text } = parseNote((await newest()).note)!
  const note = formatNote({ text, signatures: [cosigner.cosign(text, new Date())] })
  return keepCosignature(world.hub.db, world.clock.now(), watched.receipts.trust, note)
}

test('[HU794] an entry is confirmed once a witness has cosigned over it, and the witness is named', async () => {
  const caseId = await world.aCase()
  await world.sequenced()
  const trail = async () => (await world.ask('bjHandler', trailOfCase, { caseId })).head
  expect(await trail()).toMatchObject({ confirmed: null })
  expect(await cosign()).toBe(true)
  const { size } = await newest()
  expect(await trail()).toMatchObject({ confirmed: { size, by: [{ en: expect.any(String) }] } })
})

test('[HU794] everybody sees who watches, how many must agree, and what each cosigned last', async () => {
  const { size } = await newest()
  for (const name of ['bjAuditor', 'hebeiHandler'] as const) {
    const found = await world.ask(name, logWitnesses, {})
    expect(found).toMatchObject({
      log: watched.receipts.trust.log.name,
      newest: { size },
      confirmed: { size, cosigned: [{ at: expect.any(Date) }] },
      witnesses: [{ name: 'jcy.example/witness', isSm2: true, last: { size } }],
      quorum: [{ need: 1 }],
      disputes: [],
    })
    expect(JSON.stringify(found)).not.toMatch(/跨省|案〔/)
  }
})

test('[HU795] what a witness refused is shown with both heads, and lies on the desks of auditors alone', async () => {
  const { signer, trust } = watched.receipts
  const [held, offered] = [10, 9].map((size) => signer.checkpoint({ size, rootHash: Buffer.alloc(32, size) }))
  const text = disputeText({ held: held!, offered: offered! })
  const note = formatNote({ text, signatures: [cosigner.cosign(text, new Date())] })
  expect(await keepDispute(world.hub.db, world.clock.now(), trust, note)).toBeDefined()
  const { disputes } = await world.ask('bjHandler', logWitnesses, {})
  expect(disputes).toMatchObject([{ held: { size: 10, note: held }, offered: { size: 9, note: offered } }])
  const waiting = async (name: Parameters<World['ask']>[0]) =>
    (await world.ask(name, myDesk, {})).tasks.filter(({ kind }) => kind === 'alert.dispute')
  expect(await waiting('bjAuditor')).toMatchObject([{ href: '/audit?view=witnesses' }])
  expect(await waiting('bjHandler')).toEqual([])
  world.clock.advance(31 * 24 * 3600_000)
  expect(await waiting('bjAuditor')).toEqual([])
})

test('[HU942] everybody sees how the copy of the log stands; one that differs lies on the desks of those who answer alerts', async () => {
  const copied = { size: 3, at: new Date('2026-03-02T08:00:00Z'), differsAt: null, isOutOfReach: false }
  const copy = async () => (await world.ask('hebeiHandler', logWitnesses, {})).copy
  expect(await copy()).toBeNull()
  Object.assign(watched, { logCopy: () => copied })
  expect(await copy()).toEqual(copied)
  const waits = async (by: 'bjAuditor' | 'bjHandler' | 'operatorAudit') =>
    (await world.ask(by, myDesk, {})).tasks.filter(({ kind }) => kind === 'alert.copy')
  expect(await waits('bjAuditor')).toEqual([])
  Object.assign(watched, { logCopy: () => ({ ...copied, differsAt: 'tile/0/001' }) })
  for (const by of ['bjAuditor', 'operatorAudit'] as const)
    expect(await waits(by)).toMatchObject([{ note: { en: expect.stringContaining('tile/0/001') } }])
  expect(await waits('bjHandler')).toEqual([])
})

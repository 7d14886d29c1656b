import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  formatNote,
  isProblem,
  makeCosigner,
  makeKeyText,
  openCheckpoint,
  parseTrust,
  verifierKeyText,
  verifyCopy,
} from '@lianban/audit'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { main } from '../../cli/src/main.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let hub: HubServer
let folder: string
let key: string
let log: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianban-witness-'))
  const policies = resolve(import.meta.dirname, '../../../policies')
  await cp(policies, join(folder, 'policies'), { recursive: true })
  key = makeKeyText('jcy.example/witness', 'witness-sm2')
  await writeFile(join(folder, 'witness.key'), key)
  const witness = { agency: 'bj-procuratorate', key: verifierKeyText(makeCosigner(key).key) }
  const quorum = [{ need: 1, of: ['bj-procuratorate'] }]
  await writeFile(join(folder, 'policies/audit/witnesses.yaml'), JSON.stringify({ witnesses: [witness], quorum }))
  hub = await aHub({
    cast: true,
    options: { policiesDir: join(folder, 'policies'), auditCopyDir: join(folder, 'copy') },
  })
  log = verifierKeyText(hub.hub.receipts.signer.key)
  await vi.waitFor(async () => expect((await fetch(`${hub.origin}/log/checkpoint`)).status).toBe(200), {
    timeout: 20_000,
  })
})
afterAll(async () => {
  await hub?.stop()
  await rm(folder, { recursive: true, force: true })
})

const at = (path: string) => fetch(`${hub.origin}/log/${path}`)
async function witness(state = 'seen'): Promise<{ code: number; said: string }> {
  const lines: string[] = []
  const code = await main(
    [
      'witness',
      '--once',
      '--hub',
      hub.origin,
      '--log',
      log,
      '--key',
      join(folder, 'witness.key'),
      '--state',
      join(folder, state),
    ],
    {
      env: {},
      print: (line) => lines.push(line),
      complain: (line) => lines.push(line),
    },
  )
  return { code, said: lines.join('\n') }
}
const trust = async () => parseTrust((await (await at('trust.json')).json()) as Parameters<typeof parseTrust>[0])!

test('[SE150] whoever asks gets the checkpoint and its hashes, and nothing of what was done', async () => {
  const note = await (await at('checkpoint')).text()
  const size = Number(note.split('\n')[1])
  const width = size % 256
  const tile = await at(`tile/0/${String(Math.floor(size / 256)).padStart(3, '0')}.p/${width}`)
  expect((await tile.arrayBuffer()).byteLength).toBe(width * 32)
  for (const none of ['tile/0/999', 'tile/0/1', 'tile/entries/000', 'tile/0/000.p/0'])
    expect((await at(none)).status).toBe(404)
})

test('[CL31] a witness cosigns what goes on from what it saw, and the hub adds its line to the checkpoint', async () => {
  expect(await witness()).toMatchObject({ code: 0, said: expect.stringContaining('已见证') })
  const opened = openCheckpoint(await (await at('checkpoint')).text(), await trust())
  expect(isProblem(opened) ? opened.code : opened.cosigned).toMatchObject([{ agency: 'bj-procuratorate' }])
  expect((await readFile(join(folder, 'seen'), 'utf8')).startsWith('localhost')).toBe(true)
})

test('[SE151] a cosignature of a stranger, of another checkpoint or twice over changes nothing', async () => {
  const post = async (body: string) => (await fetch(`${hub.origin}/log/cosignatures`, { method: 'POST', body })).status
  const note = await (await at('checkpoint')).text()
  const text = note.slice(0, note.indexOf('\n\n') + 1)
  const line = (by: string, over: string) =>
    formatNote({ text: over, signatures: [makeCosigner(by).cosign(over, new Date())] })
  expect(await post(line(makeKeyText('jcy.example/witness', 'witness'), text))).toBe(403)
  expect(await post(line(key, text.replace(/\n\d+\n/, '\n9999\n')))).toBe(403)
  expect(await post('nonsense')).toBe(403)
  expect(await post(line(key, text))).toBe(204)
  expect(await post(line(key, text))).toBe(204)
})

test('[CL32] a witness that was shown another past refuses, keeps both heads and tells the hub', async () => {
  const { signer } = hub.hub.receipts
  const forged = signer.checkpoint({ size: 100_000, rootHash: new Uint8Array(32) })
  await writeFile(join(folder, 'fooled'), forged)
  const { code, said } = await witness('fooled')
  expect(code).toBe(1)
  expect(said).toContain('ALARM')
  expect(said).toContain('100000')
  const metrics = await (await fetch(`${hub.origin}/metrics`)).text()
  expect(metrics).toContain('lianban_log_disputes_total 1')
  expect(await readFile(join(folder, 'fooled'), 'utf8')).toBe(forged)
})

test('[SE152] a dispute counts only by the signature of a known witness', async () => {
  for (const body of ['{}', 'lianban-dispute/1\nAA==\nAA==\n\n— x AAAAAAAA\n'])
    expect((await fetch(`${hub.origin}/log/disputes`, { method: 'POST', body })).status).toBe(403)
})

test('[SE153] the log is copied to the configured folder, and the copy verifies by itself', async () => {
  await vi.waitFor(
    async () =>
      expect(await verifyCopy(join(folder, 'copy'), { key: hub.hub.receipts.signer.key })).toMatchObject({
        intact: true,
      }),
    {
      timeout: 30_000,
      interval: 500,
    },
  )
  const lines: string[] = []
  const surroundings = {
    env: {},
    print: (line: string) => lines.push(line),
    complain: (line: string) => lines.push(line),
  }
  expect(await main(['verify-log', '--copy', join(folder, 'copy'), '--key', log], surroundings)).toBe(0)
})

test('[SE220] how the copy stands is told to everybody; one that differs is an alarm until it is whole again', async () => {
  const client = await hub.client('bj-tobacco.handler')
  const copy = async () => (await client.audit.witnesses.query({})).copy
  const patiently = { timeout: 60_000, interval: 500 }
  await vi.waitFor(async () => expect(await copy()).toMatchObject({ differsAt: null, isOutOfReach: false }), patiently)
  expect((await copy())!.size).toBeGreaterThan(0)
  const checkpoint = join(folder, 'copy/checkpoint')
  const forged = hub.hub.receipts.signer.checkpoint({ size: 100_000, rootHash: new Uint8Array(32) })
  const kept = await readFile(checkpoint, 'utf8')
  await writeFile(checkpoint, forged)
  await vi.waitFor(async () => expect(await copy()).toMatchObject({ differsAt: 'checkpoint' }), patiently)
  expect(await readFile(checkpoint, 'utf8')).toBe(forged)
  const metrics = await (await fetch(`${hub.origin}/metrics`)).text()
  expect(metrics).toContain('lianban_log_copy_differs 1')
  await writeFile(checkpoint, kept)
  await vi.waitFor(async () => expect(await copy()).toMatchObject({ differsAt: null }), patiently)
})

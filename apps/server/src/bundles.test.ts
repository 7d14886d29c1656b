import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { aSharedCase, type SharedCase } from '../../../tests/support/shared-case.ts'
import { main } from '../../cli/src/main.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let hub: HubServer
let shared: SharedCase
let folder: string
const file = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianban-bundle-'))
  hub = await aHub({ cast: true })
  shared = await aSharedCase(hub)
  for (const who of ['bj-tobacco.handler', 'hebei-tobacco.handler'])
    await writeFile(file(who), (await hub.signIn(who)).cookie)
  await writeFile(file('trust.json'), await (await fetch(`${hub.origin}/log/trust.json`)).text())
})
afterAll(async () => {
  await hub?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function said(...args: string[]) {
  const lines: string[] = []
  const code = await main(args, { env: {}, print: (line) => lines.push(line), complain: (line) => lines.push(line) })
  return { code, text: lines.join('\n') }
}
const bundle = (who: string, out: string, of = `${hub.origin}/cases/${shared.caseId}`) =>
  said('bundle', of, '--hub', hub.origin, '--session', file(who), '--out', file(out), '--purpose', 'working')

test('[CL37] the bundle of a case is taken as oneself, verifies, and no file is written over', async () => {
  expect(await bundle('bj-tobacco.handler', 'case.zip')).toMatchObject({ code: 0 })
  const verified = await said('verify', file('case.zip'), '--trust', file('trust.json'))
  expect(verified).toMatchObject({ code: 0, text: expect.stringContaining(shared.caseId) })
  await expect(bundle('bj-tobacco.handler', 'case.zip')).rejects.toThrow('EEXIST')
})

test('[CL37] where the hub refuses, it is said why, and there is no file', async () => {
  const refused = await bundle('hebei-tobacco.handler', 'none.zip')
  const absent = await bundle('hebei-tobacco.handler', 'none.zip', '01890000-0000-7000-8000-000000000000')
  expect(refused).toEqual(absent)
  expect(refused.code).toBe(1)
  await writeFile(file('over'), '__Host-lianban=x')
  expect(await bundle('over', 'none.zip')).toMatchObject({ code: 1, text: expect.stringContaining('sign in again') })
  await expect(readFile(file('none.zip'))).rejects.toThrow('ENOENT')
  expect(await said('bundle', shared.caseId)).toMatchObject({ code: 2 })
  expect((await said('bundle', 'x', '--hub', 'h', '--session', 's', '--out', 'o')).code).toBe(2)
})

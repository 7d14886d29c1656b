import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeBundle, parseVerifierKey, verifierKeyText } from '@lianban/audit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aLog } from '../../../packages/audit/src/a-log.ts'
import { main } from './main.ts'

const log = aLog(300)
let folder: string
const file = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianban-verify-'))
  const witnesses = log.trust.witnesses.map(({ agency, key }) => ({ agency, key: verifierKeyText(key) }))
  await writeFile(
    file('trust.json'),
    JSON.stringify({ log: verifierKeyText(log.signer.key), witnesses, quorum: log.trust.quorum }),
  )
  await writeFile(file('receipt.json'), await log.receipt(33))
  await writeFile(file('changed.json'), (await log.receipt(33)).replace('handoff.sign', 'handoff.sigh'))
})
afterAll(() => rm(folder, { recursive: true }))

async function said(...args: string[]) {
  const lines: string[] = []
  const code = await main(args, { env: {}, print: (line) => lines.push(line), complain: (line) => lines.push(line) })
  return { code, text: lines.join('\n') }
}

test('[CL35] a receipt that holds is told with its act, its place and who cosigned, SM2 included', async () => {
  const { code, text } = await said('verify', file('receipt.json'), '--trust', file('trust.json'))
  expect(code).toBe(0)
  for (const part of ['有效 valid', 'entry: 33', 'handoff.sign', 'cosigned: procuratorate', 'cosigned: police'])
    expect(text).toContain(part)
})

test('[CL33] a receipt that was changed is refused with what is wrong, and exit code 1', async () => {
  const { code, text } = await said('verify', file('changed.json'), '--trust', file('trust.json'))
  expect(code).toBe(1)
  expect(text).toContain('NOT valid')
  expect(text).toContain('not entry 33')
  const { text: line } = await said('verify', file('changed.json'), '--trust', file('trust.json'), '--json')
  expect(JSON.parse(line)).toMatchObject({ ok: false, code: 'not-in-log' })
})

test('[CL33] without a trust list, or with a file that is none, nothing is verified', async () => {
  expect(await said('verify', file('receipt.json'))).toMatchObject({ code: 2 })
  expect(await said('verify', file('receipt.json'), '--trust', file('receipt.json'))).toMatchObject({ code: 2 })
})

test('[CL36] a bundle that holds is told with its receipts; one cut off, changed or of another log is refused', async () => {
  const about = { kind: 'Case', id: 'a-case', name: { zh: '跨省案', en: 'A case' } }
  const files = [
    { name: 'README.txt', bytes: Buffer.from('说明') },
    { name: 'receipts/sign.json', bytes: Buffer.from(await log.receipt(33)) },
  ]
  const given = { about, madeFor: { zh: '承办员', en: 'Handler' }, madeAt: 0 }
  const archive = makeBundle(log.signer, given, files)
  const unsealed = { name: 'dossier/version-1.json', bytes: Buffer.from('{}') }
  const bundles = {
    'whole.zip': archive,
    'cut.zip': archive.subarray(0, -9),
    'changed.zip': Uint8Array.from(archive).fill(65, 800, 801),
    'foreign.zip': makeBundle(aLog(3).signer, given, files),
    'unsealed.zip': makeBundle(log.signer, given, [unsealed]),
  }
  for (const [name, bytes] of Object.entries(bundles)) await writeFile(file(name), bytes)
  const verify = (name: string, ...more: string[]) => said('verify', file(name), '--trust', file('trust.json'), ...more)
  const { code, text } = await verify('whole.zip')
  expect(code).toBe(0)
  for (const part of ['有效 valid', '跨省案', 'receipts: 1', '33: handoff.sign']) expect(text).toContain(part)
  for (const name of Object.keys(bundles).slice(1)) expect([name, (await verify(name)).code]).toEqual([name, 1])
  expect((await verify('unsealed.zip')).text).toContain('no sealed version')
  expect(JSON.parse((await verify('whole.zip', '--json')).text)).toMatchObject({
    ok: true,
    files: ['README.txt', 'receipts/sign.json'],
  })
})

test.each([
  ['witness', []],
  ['witness-sm2', ['--sm2']],
  ['log', ['--log']],
])('[CL34] a key of kind %s is made once, for its owner only, and its public half printed', async (kind, options) => {
  const path = file(`key-${kind}`)
  const { code, text } = await said('witness-key', path, '--name', 'jcy.example/w', ...options)
  expect(code).toBe(0)
  expect(parseVerifierKey(text)).toMatchObject({ name: 'jcy.example/w', kind })
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  await expect(said('witness-key', path, '--name', 'jcy.example/w')).rejects.toThrow('EEXIST')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aLog } from './a-log.ts'
import { verifyBundle } from './carton.ts'
import { makeBundle } from './make-bundle.ts'
import { type Packed, unzipped, zipOf } from './zip.ts'

const log = aLog(300)
const text = (name: string, content: string): Packed => ({ name, bytes: new TextEncoder().encode(content) })
const about = {
  about: { kind: 'Case', id: 'a-case', name: { zh: '跨省案', en: 'A case' } },
  madeFor: { zh: '承办员', en: 'Handler' },
  madeAt: 1_772_438_400_000,
}
const receipt = await log.receipt(33)
const files = [text('README.txt', '说明\n'), text('卷宗/一.txt', ''), text('receipts/sign.json', receipt)]
const bundle = makeBundle(log.signer, about, files)
const codeOf = (archive: Uint8Array, trust = log.trust) => {
  const verdict = verifyBundle(archive, trust)
  return verdict.ok ? 'ok' : verdict.code
}
const manifest = () => unzipped(bundle)![0]!

test('[AU63] the same files are the same archive, and it reads back as they were', () => {
  expect(unzipped(zipOf(files))?.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual(
    files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
  )
  expect(zipOf(files)).toEqual(zipOf(files))
  expect(zipOf([])).toHaveLength(22)
})

test('[AU63] an archive with something before, behind or between its files, or a name twice, is none', () => {
  const archive = zipOf(files)
  expect(unzipped(Uint8Array.of(0, ...archive))).toBeUndefined()
  expect(unzipped(Uint8Array.of(...archive, 0))).toBeUndefined()
  expect(unzipped(archive.slice(0, -1))).toBeUndefined()
  expect(unzipped(zipOf([files[0]!, files[0]!]))).toBeUndefined()
  expect(unzipped(new Uint8Array())).toBeUndefined()
})

test('[AU64] a bundle holds with its seal, its files and its receipts', () => {
  const verdict = verifyBundle(bundle, log.trust)
  expect(verdict).toMatchObject({
    ok: true,
    manifest: about,
    receipts: [{ name: 'receipts/sign.json', verdict: { index: 33, entry: { act: 'handoff.sign' } } }],
  })
})

test('[AU65] what is wrong with a bundle is told: truncated, a file changed, added, left out or moved, another log', async () => {
  const packed = (...others: readonly Packed[]) => zipOf([manifest(), ...others])
  const [readMe, empty, sign] = files as [Packed, Packed, Packed]
  expect(codeOf(bundle.slice(0, -30))).toBe('not-a-bundle')
  expect(codeOf(new TextEncoder().encode(receipt))).toBe('not-a-bundle')
  expect(codeOf(zipOf(files))).toBe('not-a-bundle')
  expect(codeOf(packed(text('README.txt', '别的\n'), empty, sign))).toBe('file-changed')
  expect(codeOf(packed(readMe, sign))).toBe('file-changed')
  expect(codeOf(packed(...files, text('more.txt', '')))).toBe('file-changed')
  expect(codeOf(packed(empty, readMe, sign))).toBe('file-changed')
  expect(codeOf(packed(text('readme.txt', '说明\n'), empty, sign))).toBe('file-changed')
  expect(codeOf(makeBundle(aLog(3).signer, about, files))).toBe('seal-wrong')
  const foreign = await aLog(300).receipt(33)
  expect(codeOf(makeBundle(log.signer, about, [text('receipts/other.json', foreign)]))).toBe('unknown-key')
  expect(codeOf(makeBundle(log.signer, about, [text('receipts/cut.json', receipt.slice(9))]))).toBe('not-a-receipt')
  const check = ({ name }: { readonly name: string }) =>
    name === 'README.txt' ? { zh: '不对', en: 'not right' } : undefined
  expect(verifyBundle(bundle, log.trust, check)).toMatchObject({
    code: 'file-wrong',
    problem: { en: expect.stringMatching(/README.*not right/) },
  })
})

test('[AU65] a manifest that reads as one and is written differently is none', () => {
  const original = new TextDecoder().decode(manifest().bytes)
  for (const changed of [` ${original}`, original.trimEnd(), original.replace('{', '{"z":1,'), 'null\n', '{}\n'])
    expect(codeOf(zipOf([text('manifest.json', changed), ...files]))).toBe('not-a-bundle')
  const other = original.replace('承办员', '负责人')
  expect(codeOf(zipOf([text('manifest.json', other), ...files]))).toBe('seal-wrong')
})

test('[AU66] not one changed, dropped, doubled or swapped byte of a bundle is accepted', () => {
  const change = fc.record({
    kind: fc.constantFrom('bit', 'drop', 'insert', 'swap', 'cut'),
    at: fc.nat(),
    with: fc.nat(),
  })
  fc.assert(
    fc.property(change, (given) => {
      const bytes = [...bundle]
      const [at, other] = [given.at % bytes.length, given.with % bytes.length]
      if (given.kind === 'bit') bytes[at]! ^= 1 << (given.with % 8)
      if (given.kind === 'drop') bytes.splice(at, 1 + (given.with % 3))
      if (given.kind === 'insert') bytes.splice(at, 0, given.with % 256)
      if (given.kind === 'swap') [bytes[at], bytes[other]] = [bytes[other]!, bytes[at]!]
      if (given.kind === 'cut') bytes.length = at
      fc.pre(bytes.length !== bundle.length || bytes.some((byte, i) => byte !== bundle[i]))
      expect(codeOf(Uint8Array.from(bytes))).not.toBe('ok')
    }),
    { numRuns: 500 },
  )
})

test('[AU70] a content lies below its own digest', () => {
  const digest = 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9'
  const carton = (name: string) => makeBundle(log.signer, about, [text(name, 'hello world')])
  expect(codeOf(carton(`files/${digest}/a.txt`))).toBe('ok')
  for (const name of [`files/${'0'.repeat(64)}/a.txt`, 'files/a.txt', `files/${digest}a.txt`])
    expect(codeOf(carton(name))).toBe('file-wrong')
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aLog } from './a-log.ts'
import { type Mutation, mutated, mutationKinds } from './mutate.ts'
import { formatNote, parseNote } from './note.ts'
import { isProblem } from './proof-problems.ts'
import { verifyReceipt } from './receipt.ts'
import { makeCosigner, makeKeyText, makeSigner } from './signer.ts'
import { openCheckpoint, parseTrust } from './trust.ts'
import { parseVerifierKey, verifierKeyText } from './verifier-key.ts'

const log = aLog(600)
const { trust, signer, witnesses } = log
const names = { 'a-1': { zh: '北京市烟草专卖局', en: 'Beijing Tobacco' } }
const receipt = await log.receipt(433, names)
const note = log.cosigned(log.checkpoint())
const codeOf = (text: string, by = trust) => {
  const verdict = verifyReceipt(text, by)
  return verdict.ok ? 'ok' : verdict.code
}
const noteCode = (text: string, by = trust) => {
  const opened = openCheckpoint(text, by)
  return isProblem(opened) ? opened.code : 'ok'
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...mutationKinds),
  at: fc.nat(),
  with: fc.nat(),
})

describe('keys', () => {
  test('[AU40] a verifier key is read as it is written, for each algorithm, and has the id of its name and key', () => {
    for (const key of [signer.key, ...witnesses.map((witness) => witness.key)]) {
      const text = verifierKeyText(key)
      const { verify: _, ...read } = parseVerifierKey(text)!
      expect(read).toEqual({
        name: key.name,
        keyId: key.keyId,
        kind: key.kind,
        publicKey: Uint8Array.from(key.publicKey),
      })
      expect(parseVerifierKey(text.replace(key.keyId, '00000000'))).toBeUndefined()
      expect(parseVerifierKey(`x${text}`)).toBeUndefined()
    }
    // The key of the Go checksum database.
    const known = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'
    expect(verifierKeyText(parseVerifierKey(known)!)).toBe(known)
  })

  test('[AU40] a trust that could never be met, or names a key twice over, is none', () => {
    const text = {
      log: verifierKeyText(signer.key),
      witnesses: trust.witnesses.map(({ agency, key }) => ({ agency, key: verifierKeyText(key) })),
      quorum: trust.quorum,
    }
    expect(parseTrust(text)?.quorum).toEqual(trust.quorum)
    expect(parseTrust({ ...text, quorum: [{ need: 3, of: ['procuratorate', 'police'] }] })).toBeUndefined()
    expect(parseTrust({ ...text, quorum: [{ need: 1, of: ['customs'] }] })).toBeUndefined()
    expect(parseTrust({ ...text, quorum: [{ need: 0, of: ['police'] }] })).toBeUndefined()
    expect(parseTrust({ ...text, log: text.witnesses[0]!.key })).toBeUndefined()
  })
})

describe('checkpoints', () => {
  test('[AU41] a checkpoint with its quorum is confirmed, by Ed25519 and by SM2 witnesses alike', () => {
    expect(openCheckpoint(note, trust)).toMatchObject({
      origin: 'hub.example/log',
      size: 600,
      cosigned: [{ agency: 'procuratorate' }, { agency: 'police' }],
    })
  })

  test('[AU42] each way in which a checkpoint is not to be relied on is told apart', () => {
    const stranger = makeCosigner(makeKeyText('stranger.example', 'witness'))
    const namesake = makeSigner(makeKeyText('hub.example/log', 'log'))
    const head = { size: 600, rootHash: log.tree.root() }
    const { text, signatures } = parseNote(note)!
    const [own, first, second] = signatures
    const cases: Record<string, string> = {
      'note-unreadable': note.trimEnd(),
      'another-log': makeSigner(makeKeyText('other.example/log', 'log')).checkpoint(head),
      'unknown-key': log.cosigned(log.checkpoint(), [...witnesses, stranger]),
      'signature-wrong': note.replace('\n600\n', '\n601\n'),
      'signature-out-of-place': formatNote({ text, signatures: [own!, second!, first!] }),
      'not-confirmed': log.cosigned(log.checkpoint(), [witnesses[0]]),
    }
    for (const [code, changed] of Object.entries(cases)) expect(noteCode(changed)).toBe(code)
    expect(noteCode(namesake.checkpoint(head))).toBe('unknown-key')
    expect(noteCode(formatNote({ text, signatures: [own!, first!, first!, second!] }))).toBe('signature-out-of-place')
    expect(noteCode(formatNote({ text, signatures: [first!, own!, second!] }))).toBe('unknown-key')
  })
})

describe('receipts', () => {
  test('[AU43] a receipt names the entry, its place, the confirmed checkpoint and the names under the seal', () => {
    const verdict = verifyReceipt(receipt, trust)
    expect(verdict).toMatchObject({
      ok: true,
      index: 433,
      names,
      entry: { act: 'handoff.sign' },
      checkpoint: { size: 600 },
    })
  })

  test('[AU44] what is wrong with a receipt is told: entry, proof, index, checkpoint or what was added', async () => {
    const swap = (from: string, to: string) => receipt.replace(from, to)
    const other = await log.receipt(434)
    const parts = JSON.parse(receipt) as { entry: string; proof: string }
    const foreign = aLog(600)
    expect(codeOf(swap('handoff.sign', 'handoff.sigh'))).toBe('not-in-log')
    expect(codeOf(swap('index 433', 'index 432'))).toBe('not-in-log')
    expect(codeOf(`${JSON.stringify({ ...JSON.parse(other), entry: parts.entry })}\n`)).toBe('not-in-log')
    expect(codeOf(swap('tlog-proof@v1', 'tlog-proof@v2'))).toBe('proof-unreadable')
    expect(codeOf(swap('北京市', '河北省'))).toBe('seal-wrong')
    expect(codeOf(swap('{', '{ '))).toBe('not-a-receipt')
    expect(codeOf(receipt.slice(0, -20))).toBe('not-a-receipt')
    expect(codeOf('')).toBe('not-a-receipt')
    expect(codeOf('null')).toBe('not-a-receipt')
    expect(codeOf(receipt, { ...foreign.trust, log: { ...foreign.trust.log, name: 'other.example' } })).toBe(
      'another-log',
    )
    expect(codeOf(receipt, foreign.trust)).toBe('unknown-key')
    expect(codeOf(await log.receipt(433, {}, log.checkpoint()))).toBe('not-confirmed')
  })

  test('[AU45] not one mutation of a receipt, a proof or a note is accepted', () => {
    fc.assert(
      fc.property(mutation, (change) => {
        expect(codeOf(mutated(receipt, change))).not.toBe('ok')
        expect(noteCode(mutated(note, change))).not.toBe('ok')
      }),
      { numRuns: 300 },
    )
  })
})

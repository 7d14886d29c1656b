import {
  isProblem,
  leafHash,
  makeBundle,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  parseProof,
  type Trust,
  verifyBundle,
  verifyInclusion,
  verifyReceipt,
} from '@lianban/audit'
import { aLog } from '../../../packages/audit/src/a-log.ts'
import { mutated, mutationKinds } from '../../../packages/audit/src/mutate.ts'
import type { BenchOptions, Measured } from '../measurement.ts'

/** Valid receipts, proofs, notes and bundles, each changed in one place: none may be accepted. */
export async function measureMutations({ scale, say }: BenchOptions): Promise<Measured> {
  const log = aLog(1000)
  const [witness] = log.witnesses
  const trust: Trust = { ...log.trust, quorum: [{ need: 1, of: ['procuratorate'] }] }
  const note = log.cosigned(log.checkpoint(), [witness])
  const receipts = await Promise.all(
    [0, 433, 999].map((index) => log.receipt(index, { a: { zh: '北京', en: 'Beijing' } }, note)),
  )
  const proof = (JSON.parse(receipts[1]!) as { proof: string }).proof
  const about = { kind: 'Case', id: 'a-case', name: { zh: '案', en: 'A case' } }
  const files = [{ name: 'receipts/a.json', bytes: Buffer.from(receipts[0]!) }]
  const bundle = makeBundle(log.signer, { about, madeFor: { zh: '员', en: 'Officer' }, madeAt: 0 }, files)
  // As text of bytes, so that what changes a text changes any byte of it.
  const archive = Buffer.from(bundle).toString('latin1')
  const accepts = {
    bundle: {
      texts: [archive],
      accepts(text: string) {
        const bytes = Buffer.from(text, 'latin1')
        return bytes.toString('latin1') === text && verifyBundle(bytes, trust).ok
      },
    },
    receipt: { texts: receipts, accepts: (text: string) => verifyReceipt(text, trust).ok },
    note: { texts: [note], accepts: (text: string) => !isProblem(openCheckpoint(text, trust)) },
    proof: { texts: [proof], accepts: (text: string) => isProofOf(text, log.bodies[433]!, trust) },
  }
  const rows = []
  let all = 0
  for (const [what, { texts, accepts: isAccepted }] of Object.entries(accepts)) {
    if (!texts.every(isAccepted)) throw new Error(`the unchanged ${what} is not accepted`)
    const draw = makeDraw(20250521)
    const times = Math.round(30_000 * scale)
    let accepted = 0
    for (let i = 0; i < times; i++) {
      const text = texts[i % texts.length]!
      const changed = mutated(text, { kind: mutationKinds[draw() % mutationKinds.length]!, at: draw(), with: draw() })
      if (isAccepted(changed)) accepted++
    }
    all += accepted
    rows.push({ mutated: what, mutations: times, accepted })
    say(JSON.stringify(rows.at(-1)))
  }
  return { rows, summary: { mutations_accepted: all } }
}

function isProofOf(text: string, body: string, trust: Trust): boolean {
  const proof = parseProof(text)
  if (!proof || isProblem(openCheckpoint(proof.checkpoint, trust))) return false
  const { size, rootHash } = parseCheckpoint(parseNote(proof.checkpoint)!.text)!
  return verifyInclusion({ leaf: leafHash(body), index: proof.index, size, proof: proof.hashes, root: rootHash })
}

/** The same changes in every run: xorshift. */
function makeDraw(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

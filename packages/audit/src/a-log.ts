import { newId } from '@lianban/kernel'
import { hashAt, leafHash, makeTree } from './merkle.ts'
import { formatNote, parseNote } from './note.ts'
import type { Names } from './receipt.ts'
import { receiptText } from './receipt.ts'
import { type Cosigner, makeCosigner, makeKeyText, makeSigner } from './signer.ts'
import type { ReadTile } from './tile.ts'
import { makeTileProofs } from './tile-proof.ts'
import { formatProof } from './tlog-proof.ts'
import type { Trust } from './trust.ts'

/** A log in memory with its key, a witness of each algorithm, and a verifier who trusts them: for tests and benches. */
export function aLog(size: number) {
  const signer = makeSigner(makeKeyText('hub.example/log', 'log'))
  const witnesses = [
    makeCosigner(makeKeyText('procuratorate.example/witness', 'witness')),
    makeCosigner(makeKeyText('police.example/witness', 'witness-sm2')),
  ] as const
  const agencies = ['procuratorate', 'police'] as const
  const trust: Trust = {
    log: signer.key,
    witnesses: witnesses.map(({ key }, i) => ({ agency: agencies[i]!, key })),
    quorum: [{ need: 2, of: agencies }],
  }
  const bodies: string[] = []
  const levels: Uint8Array[][] = [[], [], []]
  const tree = makeTree(undefined, (height, index, hashes, at) => {
    if (height % 8 === 0) levels[height / 8]![index] = hashAt(hashes, at)
  })
  const append = (body: string) => {
    bodies.push(body)
    tree.append(leafHash(body))
  }
  for (let i = 0; i < size; i++)
    append(JSON.stringify({ act: 'handoff.sign', at: 1_772_438_400_000 + i, id: newId(), outcome: 'done', v: 1 }))
  const read: ReadTile = async ({ level, tile, width }) => {
    const hashes = levels[level]?.slice(tile * 256, tile * 256 + width) ?? []
    return hashes.length === width ? Buffer.concat(hashes) : undefined
  }
  const checkpoint = () => signer.checkpoint({ size: tree.size, rootHash: tree.root() })
  const cosigned = (note: string, by: readonly Cosigner[] = witnesses) => {
    const { text, signatures } = parseNote(note)!
    return formatNote({ text, signatures: [...signatures, ...by.map((one) => one.cosign(text, new Date()))] })
  }
  return {
    signer,
    witnesses,
    trust,
    bodies,
    tree,
    read,
    append,
    checkpoint,
    cosigned,
    async receipt(index: number, names: Names = {}, note = cosigned(checkpoint())) {
      const hashes = await makeTileProofs(read).inclusion(index, tree.size)
      const proof = formatProof({ index, hashes, checkpoint: note })
      return receiptText(signer.receipt({ entry: bodies[index]!, proof, names }))
    },
  }
}

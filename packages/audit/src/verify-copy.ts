import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { entriesIn } from './bundle.ts'
import { joined } from './bytes.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { hashesIn } from './growing-log.ts'
import { leafHash } from './merkle.ts'
import { parseNote } from './note.ts'
import type { LoggedEntry } from './reckoning.ts'
import { bundlePath, tilePath, tileWidth } from './tile.ts'
import { type Held, type Verdict, verifyLog } from './verify.ts'

/** Verifies a copy of a log that lies in a folder as C2SP tlog-tiles: the entries, every tile and the checkpoint. */
export async function verifyCopy(folder: string, held: Held = {}): Promise<Verdict> {
  const read = (path: string): Promise<Uint8Array | undefined> => readFile(join(folder, path)).catch(() => undefined)
  const note = new TextDecoder().decode((await read('checkpoint')) ?? new Uint8Array())
  const parsed = parseNote(note)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  if (!checkpoint) throw new Error(`${folder} holds no checkpoint that could be read`)
  const { size, rootHash } = checkpoint

  async function* entries(): AsyncGenerator<LoggedEntry[]> {
    for (let first = 0; first < size; first += tileWidth) {
      const [tile, width] = [first / tileWidth, Math.min(tileWidth, size - first)]
      const bodies = entriesIn((await read(bundlePath(tile, width))) ?? new Uint8Array())
      const hashes = await read(tilePath({ level: 0, tile, width }))
      const leaves = hashes?.length === width * 32 ? hashesIn(hashes) : undefined
      yield Array.from({ length: width }, (_, i) => {
        const prefixed = bodies?.[i] ? joined(Uint8Array.of(0), bodies[i]) : null
        // A tile that is missing or of another size is told when the tree completes it.
        return { index: first + i, prefixed, leafHash: leaves?.[i] ?? leafHash(bodies?.[i] ?? ''), leafAt: 0 }
      })
    }
  }
  async function* tiles(level: number) {
    for (let tile = 0; (tile + 1) * tileWidth ** (level + 1) <= size; tile++) {
      const hashes = await read(tilePath({ level, tile, width: tileWidth }))
      if (!hashes) return
      yield [{ tile, hashes }]
    }
  }
  async function* once<Item>(item: Item): AsyncGenerator<Item[]> {
    yield [item]
  }
  async function* nothing(): AsyncGenerator<never[]> {}
  return verifyLog(
    {
      entries: entries(),
      heads: once({ size, rootHash }),
      checkpoints: once({ size, note }),
      tiles,
      waiting: nothing(),
    },
    held,
  )
}

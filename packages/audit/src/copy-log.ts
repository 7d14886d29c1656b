import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Database } from '@lianban/db'
import { parseCheckpoint } from './checkpoint.ts'
import { parseNote } from './note.ts'
import { newestCheckpoint, readBundle, tilesOfDatabase } from './read-log.ts'
import { bundlePath, type TileRef, tilePath, tilesOf, tileWidth } from './tile.ts'

/**
 * Brings the copy of the log in a folder up to the newest checkpoint: the layout of C2SP tlog-tiles, as a web server could
 * serve it. What is complete is written once; the checkpoint comes last, so that a copy is never less than it says.
 */
export async function copyLog(
  db: Database,
  folder: string,
): Promise<{ readonly size: number; readonly files: number }> {
  const newest = await db.transaction({ duty: 'verifier' }, new Date(), (tx) => newestCheckpoint(tx))
  if (!newest) return { size: 0, files: 0 }
  const held = await copiedSize(folder)
  if (held >= newest.size) return { size: held, files: 0 }
  const read = tilesOfDatabase(db)
  let files = 0
  for (const ref of tilesOf(newest.size)) {
    if (isHeld(ref, held)) continue
    const hashes = await read(ref)
    if (!hashes) throw new Error(`the tile ${tilePath(ref)} cannot be had`)
    await put(folder, tilePath(ref), hashes)
    files++
    if (ref.level > 0) continue
    const bundle = await db.transaction({ duty: 'verifier' }, new Date(), (tx) => readBundle(tx, ref.tile, ref.width))
    if (!bundle) throw new Error(`entries under ${tilePath(ref)} cannot be had`)
    await put(folder, bundlePath(ref.tile, ref.width), bundle)
    files++
  }
  await put(folder, 'checkpoint', newest.note)
  // What was incomplete before stands in the new tiles.
  for (const { level, tile, width } of [...tilesOf(held)].filter(({ width }) => width < tileWidth)) {
    await rm(join(folder, tilePath({ level, tile, width })), { force: true })
    if (level === 0) await rm(join(folder, bundlePath(tile, width)), { force: true })
  }
  return { size: newest.size, files }
}

async function copiedSize(folder: string): Promise<number> {
  const path = join(folder, 'checkpoint')
  if (!existsSync(path)) return 0
  const note = parseNote(await readFile(path, 'utf8'))
  const checkpoint = note && parseCheckpoint(note.text)
  if (!checkpoint) throw new Error(`${path} is no checkpoint; a copy is not written over what is not one`)
  return checkpoint.size
}

const isHeld = ({ level, tile, width }: TileRef, held: number): boolean =>
  width === tileWidth && (tile + 1) * tileWidth ** (level + 1) <= held

async function put(folder: string, path: string, bytes: Uint8Array | string): Promise<void> {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(`${target}.draft`, bytes, { flush: true })
  await rename(`${target}.draft`, target)
}

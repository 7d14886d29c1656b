import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Database } from '@lianban/db'
import { equalBytes } from '@lianban/kernel/digest'
import { parseCheckpoint } from './checkpoint.ts'
import { parseNote } from './note.ts'
import { newestCheckpoint, readBundle, type SignedHead, tilesOfDatabase } from './read-log.ts'
import { bundlePath, type ReadTile, type TileRef, tilePath, tilesOf, tileWidth } from './tile.ts'
import { makeTileProofs } from './tile-proof.ts'

/** What stands in a copy is not what the log says now: one of the two was rewritten. */
export class CopyDiffers extends Error {
  readonly path: string

  constructor(path: string) {
    super(`the copy of the log differs from the log: ${path}`)
    this.name = 'CopyDiffers'
    this.path = path
  }
}

/** How a copy stands: how much of the log is in it, how much there is, and what was written just now. */
export type Copied = { readonly size: number; readonly of: number; readonly files: number }

type Options = {
  /** Everything that is complete is held against the log again, not only what is new. */
  readonly isWhole?: boolean
}

/**
 * Brings the copy of the log in a folder up to the newest checkpoint: the layout of C2SP tlog-tiles, as a web server could
 * serve it. What is complete is written once and read back; the checkpoint comes last, so that a copy is never less than it
 * says. What is there and differs from the log is evidence: it is told and never written over.
 */
export async function copyLog(db: Database, folder: string, { isWhole = false }: Options = {}): Promise<Copied> {
  const newest = await db.transaction({ duty: 'verifier' }, new Date(), (tx) => newestCheckpoint(tx))
  const held = await copiedHead(folder)
  const read = tilesOfDatabase(db)
  await assertPrefix(read, held, newest?.size ?? 0)
  if (!newest) return { size: 0, of: 0, files: 0 }
  const size = held?.size ?? 0
  let files = 0
  for (const ref of tilesOf(newest.size)) {
    if (isHeld(ref, size) && !isWhole) continue
    const hashes = await read(ref)
    if (!hashes) throw new Error(`the tile ${tilePath(ref)} cannot be had`)
    if (await put(folder, tilePath(ref), hashes)) files++
    if (ref.level > 0) continue
    const bundle = await db.transaction({ duty: 'verifier' }, new Date(), (tx) => readBundle(tx, ref.tile, ref.width))
    if (!bundle) throw new Error(`entries under ${tilePath(ref)} cannot be had`)
    if (await put(folder, bundlePath(ref.tile, ref.width), bundle)) files++
  }
  if (newest.size === size) return { size, of: newest.size, files }
  await write(folder, 'checkpoint', Buffer.from(newest.note))
  await removeIncomplete(folder, size)
  return { size: newest.size, of: newest.size, files }
}

/** The checkpoint of a copy; nothing where there is no copy yet. */
async function copiedHead(folder: string): Promise<(SignedHead & { readonly rootHash: Uint8Array }) | undefined> {
  const path = join(folder, 'checkpoint')
  if (!existsSync(path)) return undefined
  const note = await readFile(path, 'utf8')
  const parsed = parseNote(note)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  if (!checkpoint) throw new CopyDiffers('checkpoint')
  return { size: checkpoint.size, rootHash: checkpoint.rootHash, note }
}

/** A log that is shorter than its copy, or has another beginning, was rewritten. */
async function assertPrefix(
  read: ReadTile,
  held: { readonly size: number; readonly rootHash: Uint8Array } | undefined,
  size: number,
): Promise<void> {
  if (!held || held.size === 0) return
  const isPrefix = held.size <= size && equalBytes(await makeTileProofs(read).root(held.size), held.rootHash)
  if (!isPrefix) throw new CopyDiffers('checkpoint')
}

const isHeld = ({ level, tile, width }: TileRef, held: number): boolean =>
  width === tileWidth && (tile + 1) * tileWidth ** (level + 1) <= held

/** What was incomplete before stands in the new tiles. */
async function removeIncomplete(folder: string, size: number): Promise<void> {
  for (const { level, tile, width } of [...tilesOf(size)].filter((ref) => ref.width < tileWidth)) {
    await rm(join(folder, tilePath({ level, tile, width })), { force: true })
    if (level === 0) await rm(join(folder, bundlePath(tile, width)), { force: true })
  }
}

/** Writes what is not there yet; answers whether it did. */
async function put(folder: string, path: string, bytes: Uint8Array): Promise<boolean> {
  const target = join(folder, path)
  if (existsSync(target)) {
    if (!equalBytes(await readFile(target), bytes)) throw new CopyDiffers(path)
    return false
  }
  await write(folder, path, bytes)
  return true
}

async function write(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(`${target}.draft`, bytes, { flush: true })
  // Read back from where it is to stay: a place that loses what it is given is no second place.
  if (!equalBytes(await readFile(`${target}.draft`), bytes)) throw new Error(`${target} was not kept as it was written`)
  await rename(`${target}.draft`, target)
}

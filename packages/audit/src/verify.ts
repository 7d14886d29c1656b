import { equalBytes } from '@lianban/kernel/digest'
import { hexOf } from './bytes.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { makeCursor } from './cursor.ts'
import type { Tree } from './merkle.ts'
import { isSignedBy, parseNote } from './note.ts'
import { type Problem, problems } from './problems.ts'
import { type LoggedEntry, makeReckoning, named, type Suspect, textOf } from './reckoning.ts'
import { tilePath, tileWidth } from './tile.ts'
import type { CompleteTile } from './tile-writer.ts'
import type { VerifierKey } from './verifier-key.ts'

export type RecordedHead = { readonly size: number; readonly rootHash: Uint8Array }
export type WaitingEntry = { readonly entryId: string; readonly body: string }

/** A whole log in pages: entries by index, heads and checkpoints by size, complete tiles of a level, and what is not in the tree yet. */
export type LogSource = {
  readonly entries: AsyncIterable<Iterable<LoggedEntry>>
  readonly heads: AsyncIterable<readonly RecordedHead[]>
  readonly checkpoints: AsyncIterable<readonly { readonly size: number; readonly note: string }[]>
  readonly tiles: (level: number) => AsyncIterable<readonly Pick<CompleteTile, 'tile' | 'hashes'>[]>
  readonly waiting: AsyncIterable<readonly WaitingEntry[]>
}

/** What the verifier brings along: heads noted down earlier must be prefixes of the log, checkpoints be signed by its key. */
export type Held = { readonly heads?: readonly RecordedHead[]; readonly key?: VerifierKey | undefined }

export type Verdict =
  | {
      readonly intact: true
      readonly size: number
      readonly rootHash: string
      readonly queued: number
      readonly checkpoint: number
    }
  | ({ readonly intact: false } & Problem)

// Longer than any transaction may take: an entry can be committed a while after its time.
const passedOverMinutes = 10

/**
 * Recomputes the tree from the bodies and names the first thing that does not fit. Pure, and holds no more than a page
 * whatever the size of the log.
 */
export async function verifyLog(source: LogSource, held: Held = {}): Promise<Verdict> {
  const heads = makeCursor(source.heads)
  const checkpoints = makeCursor(source.checkpoints)
  const remembered = [...(held.heads ?? [])].sort((a, b) => a.size - b.size)
  const stored = makeTileCheck(source)
  const log = makeReckoning()
  const { tree } = log
  let recorded = await heads.next()
  let signed = await checkpoints.next()
  let [covered, checkpoint] = [0, 0]

  /** What stands at this size: a head, one that somebody kept, a checkpoint, tiles. */
  async function stand(): Promise<Problem | undefined> {
    if (recorded?.size === tree.size) {
      if (log.suspect) return judged(log.suspect, tree, recorded)
      if (!equalBytes(tree.root(), recorded.rootHash)) return problems.headMismatch(named(log.first!), tree.size)
      covered = tree.size
      log.first = undefined
      recorded = await heads.next()
    }
    while (remembered[0]?.size === tree.size) {
      const { rootHash } = remembered.shift()!
      if (log.suspect) return judged(log.suspect, tree, { rootHash })
      if (!equalBytes(tree.root(), rootHash)) return problems.headNotPrefix(tree.size)
    }
    if (signed?.size === tree.size) {
      const problem = checkpointProblem(signed, tree, held.key)
      if (problem) return problem
      checkpoint = tree.size
      signed = await checkpoints.next()
    }
    for (const tile of tree.size % tileWidth === 0 ? log.writer.taken() : []) {
      const problem = log.suspect ? undefined : await stored(tile)
      if (problem) return problem
    }
    return undefined
  }

  /** The next size at which something stands. */
  const stop = () =>
    Math.min(
      (Math.floor(tree.size / tileWidth) + 1) * tileWidth,
      ...[recorded, remembered[0], signed].flatMap((at) => (at && at.size > tree.size ? at.size : [])),
    )

  for await (const page of source.entries) {
    const entries = page[Symbol.iterator]()
    for (let until = stop(); ; until = stop()) {
      const problem = log.take(entries, until)
      if (problem) return wrong(problem)
      if (tree.size < until) break
      const found = await stand()
      if (found) return wrong(found)
    }
  }

  const { suspect, first, newest } = log
  if (suspect) return wrong(problems.entryChanged(suspect.at))
  const beyond = recorded ?? signed ?? remembered[0]
  if (beyond) return wrong(problems.logCut(tree.size, beyond.size))
  if (first) return wrong(problems.headMissing(named(first), covered))
  let queued = 0
  for await (const page of source.waiting) {
    for (const entry of page) {
      const minutes = newest ? Math.floor((timeOf(textOf(newest.prefixed)) - timeOf(entry.body)) / 60_000) : 0
      if (minutes >= passedOverMinutes) return wrong(problems.entryPassedOver(entry.entryId, minutes))
      queued++
    }
  }
  return { intact: true, size: tree.size, rootHash: hexOf(tree.root()), queued, checkpoint }
}

const wrong = (problem: Problem): Verdict => ({ intact: false, ...problem })

const timeOf = (body: string): number => Number((JSON.parse(body) as { at: unknown }).at)

/** The next head knows which of the two was changed. */
function judged(suspect: Suspect, stored: Tree, head: Pick<RecordedHead, 'rootHash'>): Problem {
  if (equalBytes(stored.root(), head.rootHash)) return problems.bodyChanged(suspect.at)
  if (equalBytes(suspect.tree.root(), head.rootHash)) return problems.leafChanged(suspect.at)
  return problems.entryChanged(suspect.at)
}

function checkpointProblem(
  { size, note }: { readonly size: number; readonly note: string },
  tree: Tree,
  key: VerifierKey | undefined,
): Problem | undefined {
  const parsed = parseNote(note)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  if (!parsed || !checkpoint) return problems.checkpointUnreadable(size)
  if (key && (checkpoint.origin !== key.name || !isSignedBy(parsed, key))) return problems.checkpointForged(size)
  const fits = checkpoint.size === size && equalBytes(checkpoint.rootHash, tree.root())
  return fits ? undefined : problems.checkpointMismatch(size)
}

/** Holds each tile that the tree completes against the one that is stored. */
function makeTileCheck({ tiles }: LogSource) {
  const levels: ReturnType<typeof makeCursor<Pick<CompleteTile, 'tile' | 'hashes'>>>[] = []
  return async ({ level, tile, hashes }: CompleteTile): Promise<Problem | undefined> => {
    levels[level] ??= makeCursor(tiles(level))
    const path = tilePath({ level, tile, width: tileWidth })
    const found = await levels[level].next()
    if (found?.tile !== tile) return problems.tileMissing(path)
    if (equalBytes(hashes, found.hashes)) return undefined
    const at = hashes.findIndex((byte, i) => byte !== found.hashes[i])
    return problems.tileChanged(path, Math.floor(Math.max(at, 0) / 32))
  }
}

import { equalBytes, sha256 } from '@lianban/kernel/digest'
import { hexOf } from './bytes.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { columnsOf, textOf } from './columns.ts'
import { makeCursor } from './cursor.ts'
import { leafHash, makeTree, type Tree } from './merkle.ts'
import { isSignedBy, parseNote } from './note.ts'
import { type Problem, problems } from './problems.ts'
import { tilePath, tileWidth } from './tile.ts'
import { type CompleteTile, makeTileWriter } from './tile-writer.ts'
import type { VerifierKey } from './verifier-key.ts'

export type LoggedEntry = {
  readonly index: number
  readonly leafHash: Uint8Array
  /** Null where the tree has a leaf and nobody has its entry. */
  readonly body: Uint8Array | string | null
  /** The body behind the zero byte that it is hashed with, where it lies so already. */
  readonly prefixed?: Uint8Array
  /** What the entry is found by, where it stands in a database. */
  readonly columns?: string | undefined
}
export type RecordedHead = { readonly size: number; readonly rootHash: Uint8Array }
export type WaitingEntry = { readonly entryId: string; readonly body: string }

/** A whole log in pages: entries by index, heads and checkpoints by size, complete tiles of a level, and what is not in the tree yet. */
export type LogSource = {
  readonly entries: AsyncIterable<readonly LoggedEntry[]>
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
  const writer = makeTileWriter([])
  const tree = makeTree(undefined, writer.completed)
  const stored = makeTileCheck(source)
  let recorded = await heads.next()
  let signed = await checkpoints.next()
  let [covered, checkpoint] = [0, 0]
  let first: LoggedEntry | undefined
  let suspect: Suspect | undefined
  let newest: LoggedEntry | undefined

  for await (const page of source.entries) {
    for (const entry of page) {
      if (entry.index !== tree.size)
        return wrong(suspect ? problems.entryChanged(suspect.at) : problems.indexGap(tree.size, named(entry)))
      if (entry.body === null) return wrong(problems.entryMissing(entry.index))
      const hash = entry.prefixed ? sha256(entry.prefixed) : leafHash(entry.body)
      if (!suspect && !equalBytes(hash, entry.leafHash)) suspect = { at: named(entry), tree: makeTree(tree.edge()) }
      suspect?.tree.append(hash)
      tree.append(entry.leafHash)
      if (!suspect && entry.columns !== undefined && entry.columns !== columnsOf(entry.body))
        return wrong(problems.columnChanged(named(entry)))
      first ??= entry
      newest = entry
      if (recorded?.size === tree.size) {
        if (suspect) return wrong(judged(suspect, tree, recorded))
        if (!equalBytes(tree.root(), recorded.rootHash)) return wrong(problems.headMismatch(named(first), tree.size))
        covered = tree.size
        first = undefined
        recorded = await heads.next()
      }
      while (remembered[0]?.size === tree.size) {
        const { rootHash } = remembered.shift()!
        if (suspect) return wrong(judged(suspect, tree, { rootHash }))
        if (!equalBytes(tree.root(), rootHash)) return wrong(problems.headNotPrefix(tree.size))
      }
      if (signed?.size === tree.size) {
        const problem = checkpointProblem(signed, tree, held.key)
        if (problem) return wrong(problem)
        checkpoint = tree.size
        signed = await checkpoints.next()
      }
      if (tree.size % tileWidth === 0)
        for (const tile of writer.taken()) {
          const problem = suspect ? undefined : await stored(tile)
          if (problem) return wrong(problem)
        }
    }
  }

  if (suspect) return wrong(problems.entryChanged(suspect.at))
  const beyond = recorded ?? signed ?? remembered[0]
  if (beyond) return wrong(problems.logCut(tree.size, beyond.size))
  if (first) return wrong(problems.headMissing(named(first), covered))
  let queued = 0
  for await (const page of source.waiting) {
    for (const entry of page) {
      const minutes = newest ? Math.floor((timeOf(newest.body!) - timeOf(entry.body)) / 60_000) : 0
      if (minutes >= passedOverMinutes) return wrong(problems.entryPassedOver(entry.entryId, minutes))
      queued++
    }
  }
  return { intact: true, size: tree.size, rootHash: hexOf(tree.root()), queued, checkpoint }
}

type At = { readonly index: number; readonly entryId: string }

/** The first entry whose body and leaf hash differ, and the tree as it would be if the body were right. */
type Suspect = { readonly at: At; readonly tree: Tree }

const wrong = (problem: Problem): Verdict => ({ intact: false, ...problem })

const timeOf = (body: Uint8Array | string): number => Number(JSON.parse(textOf(body)).at)

/** A body that was changed may be no entry any more: the columns know its id, where there are any. */
function named({ index, body, columns }: LoggedEntry): At {
  const [, entryId = '?'] = /"id":"([0-9a-f-]{36})"/.exec(textOf(body ?? '')) ?? []
  return { index, entryId: columns?.split('|')[0] ?? entryId }
}

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

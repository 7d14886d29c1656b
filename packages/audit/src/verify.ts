import { equalBytes } from '@lianban/kernel/digest'
import { leafHash, makeTree, type Tree } from './merkle.ts'
import { type Problem, problems } from './problems.ts'

export type LoggedEntry = {
  readonly index: number
  readonly entryId: string
  readonly leafHash: Uint8Array
  /** Null where the tree has a leaf and nobody has its entry. */
  readonly body: string | null
}
export type RecordedHead = { readonly size: number; readonly rootHash: Uint8Array }
export type UnloggedEntry = { readonly entryId: string; readonly body: string | null; readonly isQueued: boolean }

/** A whole log in pages: entries by index, heads by size, and whatever is not in the tree (yet). */
export type LogSource = {
  readonly entries: AsyncIterable<readonly LoggedEntry[]>
  readonly heads: AsyncIterable<readonly RecordedHead[]>
  readonly unlogged: AsyncIterable<readonly UnloggedEntry[]>
}

export type Verdict =
  | { readonly intact: true; readonly size: number; readonly rootHash: string; readonly queued: number }
  | ({ readonly intact: false } & Problem)

// Longer than any transaction may take: an entry can be committed a while after its time.
const passedOverMinutes = 10

/**
 * Recomputes the tree from the bodies and names the first thing that does not fit. Pure, and holds no more than a page
 * whatever the size of the log. Heads that the caller holds from earlier (`held`) must be prefixes of the log.
 */
export async function verifyLog(source: LogSource, held: readonly RecordedHead[] = []): Promise<Verdict> {
  const heads = makeCursor(source.heads)
  const remembered = [...held].sort((a, b) => a.size - b.size)
  const tree = makeTree()
  let recorded = await heads.next()
  let covered = 0
  let first: At | undefined
  let suspect: Suspect | undefined
  let newest: LoggedEntry | undefined

  for await (const page of source.entries) {
    for (const entry of page) {
      const broken = brokenRow(entry, tree.size)
      if (broken) return wrong(suspect ? problems.entryChanged(suspect.at) : broken)
      const hash = leafHash(entry.body!)
      if (!suspect && !equalBytes(hash, entry.leafHash)) suspect = { at: entry, tree: makeTree(tree.edge()) }
      suspect?.tree.append(hash)
      tree.append(entry.leafHash)
      first ??= entry
      newest = entry
      if (recorded?.size === tree.size) {
        if (suspect) return wrong(judged(suspect, tree, recorded))
        if (!equalBytes(tree.root(), recorded.rootHash)) return wrong(problems.headMismatch(first, tree.size))
        covered = tree.size
        first = undefined
        recorded = await heads.next()
      }
      while (remembered[0]?.size === tree.size) {
        const { rootHash } = remembered.shift()!
        if (suspect) return wrong(judged(suspect, tree, { rootHash }))
        if (!equalBytes(tree.root(), rootHash)) return wrong(problems.headNotPrefix(tree.size))
      }
    }
  }

  if (suspect) return wrong(problems.entryChanged(suspect.at))
  const beyond = recorded ?? remembered[0]
  if (beyond) return wrong(problems.logCut(tree.size, beyond.size))
  if (first) return wrong(problems.headMissing(first, covered))
  let queued = 0
  for await (const page of source.unlogged) {
    for (const entry of page) {
      const left = leftOut(entry, newest)
      if (left) return wrong(left)
      queued++
    }
  }
  return { intact: true, size: tree.size, rootHash: Buffer.from(tree.root()).toString('hex'), queued }
}

type At = { readonly index: number; readonly entryId: string }

/** The first entry whose body and leaf hash differ, and the tree as it would be if the body were right. */
type Suspect = { readonly at: At; readonly tree: Tree }

const wrong = (problem: Problem): Verdict => ({ intact: false, ...problem })

function brokenRow(entry: LoggedEntry, expected: number): Problem | undefined {
  if (entry.index !== expected) return problems.indexGap(expected, entry)
  return entry.body === null ? problems.entryMissing(entry) : undefined
}

/** The next head knows which of the two was changed. */
function judged(suspect: Suspect, stored: Tree, head: Pick<RecordedHead, 'rootHash'>): Problem {
  if (equalBytes(stored.root(), head.rootHash)) return problems.bodyChanged(suspect.at)
  if (equalBytes(suspect.tree.root(), head.rootHash)) return problems.leafChanged(suspect.at)
  return problems.entryChanged(suspect.at)
}

function leftOut(entry: UnloggedEntry, newest: LoggedEntry | undefined): Problem | undefined {
  if (entry.body === null) return problems.queuedEntryMissing(entry.entryId)
  if (!entry.isQueued) return problems.entryLeftOut(entry.entryId)
  const minutes = newest ? Math.floor((timeOf(newest.body!) - timeOf(entry.body)) / 60_000) : 0
  return minutes >= passedOverMinutes ? problems.entryPassedOver(entry.entryId, minutes) : undefined
}

const timeOf = (body: string): number => Number(JSON.parse(body).at)

function makeCursor<Item>(pages: AsyncIterable<readonly Item[]>): { next(): Promise<Item | undefined> } {
  const source = pages[Symbol.asyncIterator]()
  let page: readonly Item[] = []
  let at = 0
  return {
    async next() {
      while (at === page.length) {
        const result = await source.next()
        if (result.done) return undefined
        page = result.value
        at = 0
      }
      return page[at++]
    },
  }
}

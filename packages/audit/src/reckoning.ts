import { sha256 } from '@lianban/kernel/digest'
import { makeTree, type Tree } from './merkle.ts'
import { type Problem, problems } from './problems.ts'
import { makeTileWriter, type TileWriter } from './tile-writer.ts'

export type LoggedEntry = {
  readonly index: number
  /** The hash that the tree has for it is at this place of these bytes. */
  readonly leafHash: Uint8Array
  readonly leafAt: number
  /** The body behind the zero byte that it is hashed with; null where the tree has a leaf and nobody has its entry. */
  readonly prefixed: Uint8Array | null
  /** The id that a database finds it by, where what it is found by is not what its body says. */
  readonly filedAs?: string | undefined
}

type At = { readonly index: number; readonly entryId: string }

/** The first entry whose body and leaf hash differ, and the tree as it would be if the body were right. */
export type Suspect = { readonly at: At; readonly tree: Tree }

/** The tree as it is reckoned from bodies one after the other. */
export type Reckoning = {
  readonly tree: Tree
  readonly writer: TileWriter
  readonly suspect: Suspect | undefined
  readonly newest: LoggedEntry | undefined
  /** The first entry after the last head. */
  first: LoggedEntry | undefined
  /** Takes entries until the tree has this size or there are no more. */
  take(entries: Iterator<LoggedEntry>, until: number): Problem | undefined
}

/** Nothing in here waits for anything: a million entries pass through it. */
export function makeReckoning(): Reckoning {
  const writer = makeTileWriter([])
  const tree = makeTree(undefined, writer.completed)
  let suspect: Suspect | undefined
  let newest: LoggedEntry | undefined
  let first: LoggedEntry | undefined

  return {
    tree,
    writer,
    get suspect() {
      return suspect
    },
    get newest() {
      return newest
    },
    get first() {
      return first
    },
    set first(entry) {
      first = entry
    },
    take(entries, until) {
      for (let size = tree.size; size < until; size++) {
        const { done, value: entry } = entries.next()
        if (done) return undefined
        const { index, prefixed, leafHash, leafAt, filedAs } = entry
        if (index !== size) return suspect ? problems.entryChanged(suspect.at) : problems.indexGap(size, named(entry))
        if (!prefixed) return problems.entryMissing(index)
        if (suspect || !tree.appendHashOf(prefixed, leafHash, leafAt)) {
          suspect ??= { at: named(entry), tree: makeTree(tree.edge()) }
          suspect.tree.append(sha256(prefixed))
          tree.append(leafHash.subarray(leafAt, leafAt + 32))
        }
        if (filedAs !== undefined && !suspect) return problems.columnChanged(named(entry))
        first ??= entry
        newest = entry
      }
      return undefined
    },
  }
}

export const textOf = (prefixed: Uint8Array | null): string => new TextDecoder().decode(prefixed?.subarray(1))

/** A body that was changed may be no entry any more: then only what it is filed as knows its id. */
export function named({ index, prefixed, filedAs }: LoggedEntry): At {
  const [, entryId = '?'] = /"id":"([0-9a-f-]{36})"/.exec(textOf(prefixed)) ?? []
  return { index, entryId: filedAs ?? entryId }
}

import { type CopiedRow, column, copiedRows, numberAt } from './copied-rows.ts'
import { filedAs } from './filed.ts'
import type { LoggedEntry } from './reckoning.ts'

const none = new Uint8Array()

/** The entries in copied rows, each made when it is asked for: what dies young costs nothing. */
export function* entriesInRows(bytes: Buffer): Generator<LoggedEntry> {
  for (const row of copiedRows(bytes)) yield entryOf(row)
}

function entryOf(row: CopiedRow): LoggedEntry {
  const { bytes, at, length } = row
  const [body, leafHash] = [at[column.body]!, at[column.leafHash]!]
  const isFiledAs = filedAs(row)
  // Its length is read, so the byte before the body can be the zero that it is hashed with.
  bytes[body - 1] = 0
  return {
    index: numberAt(bytes, at[column.index]!),
    prefixed: new Uint8Array(bytes.buffer, bytes.byteOffset + body - 1, length[column.body]! + 1),
    // A view of every hash would cost more than comparing it.
    leafHash: length[column.leafHash] === 32 ? bytes : none,
    leafAt: leafHash,
    filedAs: isFiledAs,
  }
}

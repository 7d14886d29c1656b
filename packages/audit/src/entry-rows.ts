import { type CopiedRow, column, copiedRows, numberAt } from './copied-rows.ts'
import { filedAs } from './filed.ts'
import type { LoggedEntry } from './reckoning.ts'

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
    prefixed: bytes.subarray(body - 1, body + length[column.body]!),
    leafHash: bytes.subarray(leafHash, leafHash + length[column.leafHash]!),
    filedAs: isFiledAs,
  }
}

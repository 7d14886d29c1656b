import { crc32 } from 'node:zlib'
import { readContents } from './contents.ts'

export const sumOf = (bytes: Uint8Array): number => crc32(bytes)

/** Whether stored bytes are those that were saved: by their sum, and for rows of before there were sums by their form. */
export function isSound(bytes: Uint8Array, sum: string | null): boolean {
  if (sum !== null) return sumOf(bytes) === Number(sum)
  try {
    readContents(bytes)
    return true
  } catch {
    return false
  }
}

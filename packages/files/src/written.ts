import type { FileHandle } from 'node:fs/promises'

const batchBytes = 1024 * 1024
const flushEveryBytes = 64 * 1024 * 1024

type Writing = {
  readonly file: FileHandle
  readonly at: number
  /** The file never grows past this. */
  readonly size: number
  readonly onWritten: (bytes: number) => void
}

export type Written = {
  readonly bytes: number
  /** Why the body stopped before its end, if it did; what had come until then is written. */
  readonly cut: unknown
  readonly isTooLong: boolean
}

/**
 * Writes what arrives, a mebibyte at a time while the next one is read, and starts the disk early, so that little is left
 * to wait for at the end. When it returns, what it says is written is on the disk.
 */
export async function written(body: AsyncIterable<Buffer>, { file, at, size, onWritten }: Writing): Promise<Written> {
  let position = at
  let flushed = at
  let batch: Buffer[] = []
  let batched = 0
  let isTooLong = false
  let cut: unknown
  let writing: Promise<void> = Promise.resolve()
  let flushing: Promise<void> = Promise.resolve()

  const write = async () => {
    const buffers = batch
    const bytes = batched
    batch = []
    batched = 0
    await writing
    writing = writeAll(file, buffers, position).then(() => {
      position += bytes
      onWritten(position)
      if (position - flushed < flushEveryBytes) return
      flushed = position
      flushing = flushing.then(() => file.datasync())
      flushing.catch(() => {})
    })
    // Awaited before the next batch is written; until then a failure is not an unhandled one.
    writing.catch(() => {})
  }

  try {
    let read = at
    for await (const chunk of body) {
      const room = size - read
      if (chunk.length > room) isTooLong = true
      const taken = isTooLong ? chunk.subarray(0, room) : chunk
      read += taken.length
      batch.push(taken)
      batched += taken.length
      if (batched >= batchBytes) await write()
      if (isTooLong) break
    }
  } catch (error) {
    cut = error
  }
  if (batched) await write()
  await writing
  await flushing
  await file.datasync()
  return { bytes: position - at, cut, isTooLong }
}

async function writeAll(file: FileHandle, buffers: readonly Buffer[], at: number): Promise<void> {
  let rest: readonly Buffer[] = buffers
  let position = at
  while (rest.length) {
    const { bytesWritten } = await file.writev([...rest], position)
    position += bytesWritten
    rest = beyond(rest, bytesWritten)
  }
}

/** What is left of the buffers after the first so many bytes: a disk takes what it has room for. */
function beyond(buffers: readonly Buffer[], bytes: number): Buffer[] {
  let skipped = bytes
  return buffers.flatMap((buffer) => {
    const cut = Math.min(skipped, buffer.length)
    skipped -= cut
    return cut < buffer.length ? [buffer.subarray(cut)] : []
  })
}

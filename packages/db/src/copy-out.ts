import pg from 'pg'
import type { Tx } from './database.ts'

const [copyData, copyOpening] = ['d', 'H'].map((code) => code.charCodeAt(0))
const headBytes = 5

/**
 * The rows of a query as Postgres sends them in its binary form, in pieces of whole rows: each behind five bytes, of which the
 * last four are its length with themselves. The driver makes an object of each row, which costs more than what some do with
 * one, so it is left out from the first row to the last.
 */
export function copyOut(tx: Tx, query: string): Promise<Buffer[]> {
  const copying = new pg.Query(`copy (${query}) to stdout (format binary)`)
  const pieces: Buffer[] = []
  const submit = copying.submit.bind(copying)
  copying.submit = (connection) => {
    const { stream } = connection
    const driver = stream.listeners('data') as ((chunk: Buffer) => void)[]
    const read = makeMessageReader(pieces)
    const onData = (chunk: Buffer) => {
      const rest = read(chunk)
      if (!rest) return
      stream.removeListener('data', onData)
      for (const listener of driver) {
        stream.on('data', listener)
        listener(rest)
      }
    }
    stream.removeAllListeners('data')
    stream.on('data', onData)
    return submit(connection)
  }
  return new Promise((settle, fail) => {
    copying.on('end', () => settle(pieces))
    copying.on('error', fail)
    tx.$client.query(copying)
  })
}

/**
 * Cuts what arrives into whole messages and keeps those that are rows. A message of another kind ends the copy, but for its
 * opening: it and all after it is the driver's again.
 */
function makeMessageReader(rows: Buffer[]): (chunk: Buffer) => Buffer | undefined {
  let begun: Buffer | undefined
  return function read(chunk): Buffer | undefined {
    if (begun) {
      const head = Buffer.concat([begun, chunk.subarray(0, headBytes)])
      const missing = head.length < headBytes ? headBytes : lengthAt(head, 0) - begun.length
      if (missing > chunk.length) {
        begun = Buffer.concat([begun, chunk])
        return undefined
      }
      const whole = Buffer.concat([begun, chunk.subarray(0, missing)])
      const after = chunk.subarray(missing)
      begun = undefined
      if (isEnd(whole[0])) return Buffer.concat([whole, after])
      if (whole[0] === copyData) rows.push(whole)
      return after.length > 0 ? read(after) : undefined
    }
    let [at, from] = [0, 0]
    while (at + headBytes <= chunk.length && at + lengthAt(chunk, at) <= chunk.length && !isEnd(chunk[at])) {
      const next = at + lengthAt(chunk, at)
      if (chunk[at] === copyOpening) from = next
      at = next
    }
    if (at > from) rows.push(chunk.subarray(from, at))
    if (isEnd(chunk[at])) return chunk.subarray(at)
    begun = at < chunk.length ? Buffer.from(chunk.subarray(at)) : undefined
    return undefined
  }
}

const isEnd = (code: number | undefined): boolean => code !== undefined && code !== copyData && code !== copyOpening
const lengthAt = (bytes: Buffer, at: number): number => 1 + bytes.readUInt32BE(at + 1)

export type Stage =
  | { readonly state: 'waiting' }
  | { readonly state: 'printing'; readonly drawn: number; readonly pages: number }

export type ReadyFile = { readonly name: string; readonly digest: string; readonly file: Blob }

type Line =
  | Stage
  | { readonly state: 'failed' }
  | {
      readonly state: 'done'
      readonly name: string
      readonly type: string
      readonly bytes: number
      readonly digest: string
    }

const feed = 10

/** Lines that tell how far the file is, and after the last of them the file; one that broke off is no file. */
export async function readExport(answer: ReadableStream<Uint8Array>, told: (stage: Stage) => void): Promise<ReadyFile> {
  const reader = answer.getReader()
  let rest = new Uint8Array()
  for (;;) {
    const end = rest.indexOf(feed)
    if (end < 0) {
      const { value, done } = await reader.read()
      if (done) throw new Error('the answer broke off')
      rest = joined([rest, value])
      continue
    }
    const line = JSON.parse(new TextDecoder().decode(rest.subarray(0, end))) as Line
    rest = rest.slice(end + 1)
    if (line.state === 'failed') throw Object.assign(new Error('the hub failed'), { data: { code: 'FAULT' } })
    if (line.state !== 'done') {
      told(line)
      continue
    }
    const parts = [rest]
    for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(new Uint8Array(next.value))
    const file = new Blob([joined(parts)], { type: line.type })
    if (file.size !== line.bytes) throw new Error('the file broke off')
    return { name: line.name, digest: line.digest, file }
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

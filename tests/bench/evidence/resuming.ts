import { createHash, randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BenchOptions, Measured } from '../measurement.ts'
import { aPlace, type Place } from './place.ts'

const together = 50
const mebibyte = 1024 * 1024
const pieceBytes = 256 * 1024

type Sent = { readonly id: string; readonly bytes: Buffer }

/** Fifty uploads at once, and the server killed in the middle of them; each goes on where it was. */
export async function measureResuming({ scale, say }: BenchOptions): Promise<Measured> {
  const place = await aPlace()
  try {
    const files: Sent[] = Array.from({ length: together }, (_, n) => {
      const bytes = randomBytes(Math.max(pieceBytes * 16, Math.round(16 * mebibyte * scale)) + n)
      return { id: `file${n}-${bytes.length}`, bytes }
    })
    await place.start()
    const sending = files.map((file) => untilComplete(place, file))
    const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
    while ((await onDisk(place, files)).reduce((sum, one) => sum + one, 0) < total / 4) await pause(5)
    await place.kill()
    say('resuming: the server was killed')
    const standing = await onDisk(place, files)
    await place.start()
    await Promise.all(sending)
    const whole = (await Promise.all(files.map((file) => isWhole(place, file)))).filter(Boolean).length
    return {
      rows: [
        {
          uploads: together,
          'begun when killed': standing.filter((offset) => offset > 0).length,
          'complete when killed': standing.filter((offset, n) => offset === files[n]!.bytes.length).length,
          'whole and right': whole,
        },
      ],
      summary: { resumed_whole: whole },
    }
  } finally {
    await place.close()
  }
}

const address = ({ origin }: Place, { id }: Sent) => `${origin}/uploads/${id}`
const tus = { 'tus-resumable': '1.0.0' }

async function offsetOf(place: Place, file: Sent): Promise<number> {
  const { headers } = await fetch(address(place, file), { method: 'HEAD', headers: tus })
  return Number(headers.get('upload-offset'))
}

/** How much of each has arrived, as the disk says. */
const onDisk = ({ dir }: Place, files: readonly Sent[]): Promise<number[]> =>
  Promise.all(
    files.map(({ id }) =>
      stat(join(dir, 'uploads', `${id}.part`)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )

/** As a client does: asks how far it came, sends the rest, and when the line breaks begins anew. */
async function untilComplete(place: Place, file: Sent): Promise<void> {
  for (;;) {
    try {
      const offset = await offsetOf(place, file)
      if (offset === file.bytes.length) return
      await fetch(address(place, file), {
        method: 'PATCH',
        headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
        body: ReadableStream.from(pieces(file.bytes.subarray(offset))),
        duplex: 'half',
      } as RequestInit)
    } catch {
      await pause(50)
    }
  }
}

/** Slowly enough that nobody is done before the server is killed. */
async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield bytes.subarray(at, at + pieceBytes)
    await pause(20)
  }
}

async function isWhole(place: Place, { id, bytes }: Sent): Promise<boolean> {
  const kept = (await (await fetch(`${place.origin}/settle/${id}`)).json()) as Record<string, unknown>
  const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex')
  return kept.size === bytes.length && kept.sha256 === digest('sha256') && kept.sm3 === digest('sm3')
}

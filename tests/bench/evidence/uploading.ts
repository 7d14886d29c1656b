import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchOptions, Measured, Row } from '../measurement.ts'
import { rounded } from '../report.ts'
import { p99, pingsDuring } from './pings.ts'
import { aLargeFile, aPlace, digestOf, type Place } from './place.ts'
import { secondsOf } from './run.ts'

const gibibyte = 1024 ** 3
const client = fileURLToPath(new URL('./send.ts', import.meta.url))
const slower = fileURLToPath(new URL('./sm3.ts', import.meta.url))

type Turn = {
  readonly cat: number
  readonly sm3: number
  readonly both: number
  readonly plain: number
  readonly pings: number[]
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

/** One large file through tus to the disk, with both digests and without, beside the slower digest alone and `cat`. */
export async function measureUploading({ scale, rounds, say }: BenchOptions): Promise<Measured> {
  const place = await aPlace()
  try {
    const bytes = Math.max(1, Math.round(gibibyte * scale))
    const source = join(place.dir, 'source')
    await aLargeFile(source, bytes)
    const sha256 = await digestOf(source, 'sha256')
    const turns: Turn[] = []
    for (let round = 0; round < rounds; round++) {
      turns.push(await oneRound(place, { source, bytes, sha256, round }))
      say(`uploading: round ${round + 1} of ${rounds}`)
    }
    const of = (name: Exclude<keyof Turn, 'pings'>) => median(turns.map((turn) => turn[name]))
    const seconds = (name: Exclude<keyof Turn, 'pings'>, what: string): Row => ({ what, bytes, s: rounded(of(name)) })
    return {
      rows: [
        seconds('cat', 'cat to a file, synced'),
        seconds('sm3', 'SM3 alone'),
        seconds('plain', 'tus, no digests'),
        seconds('both', 'tus, SHA-256 and SM3, kept'),
      ],
      summary: {
        upload_vs_slower_digest: rounded(median(turns.map(({ both, sm3 }) => both / sm3))),
        upload_plain_vs_cat: rounded(median(turns.map(({ plain, cat }) => plain / cat))),
        event_loop_p99_ms: rounded(median(turns.map(({ pings }) => p99(pings)))),
      },
    }
  } finally {
    await place.close()
  }
}

type Source = { readonly source: string; readonly bytes: number; readonly sha256: string; readonly round: number }

async function oneRound(place: Place, { source, bytes, sha256, round }: Source): Promise<Turn> {
  const copy = join(place.dir, 'copy')
  const cat = await secondsOf('sh', ['-c', 'cat "$1" > "$2" && sync "$2" && rm "$2"', 'sh', source, copy])
  const sm3 = await secondsOf(process.execPath, [slower, source])
  const send = (id: string) => secondsOf(process.execPath, [client, source, `${place.origin}/uploads/${id}`])

  await place.start('plain')
  const plain = await send(`plain${round}-${bytes}`)
  await fetch(`${place.origin}/discard/plain${round}-${bytes}`)
  await place.kill()

  await place.start()
  const id = `both${round}-${bytes}`
  const whole = async () => {
    const start = performance.now()
    await send(id)
    const kept = (await (await fetch(`${place.origin}/settle/${id}`)).json()) as { sha256: string }
    if (kept.sha256 !== sha256) throw new Error('what was kept is not what was sent')
    return (performance.now() - start) / 1000
  }
  const { result: both, ms } = await pingsDuring(`${place.origin}/ping`, whole())
  await place.kill()
  return { cat, sm3, both, plain, pings: ms }
}

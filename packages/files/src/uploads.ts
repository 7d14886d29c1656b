import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Checksum, checked } from './checksum.ts'
import type { Digester, Digests } from './digester.ts'
import { orNoRoom, UploadRefusal } from './faults.ts'
import { makeFollowers } from './followers.ts'
import { written } from './written.ts'

export type UploadOptions = {
  readonly dir: string
  /** Without one nothing is digested, and nothing can be settled. */
  readonly digester?: Digester
  /** Room on the disk that uploads leave to everybody else. */
  readonly sparedBytes?: number
  /** Bytes that are free; those of the disk unless said. */
  readonly freeBytes?: (dir: string) => Promise<number>
}

type Appending = {
  readonly id: string
  readonly offset: number
  readonly size: number
  readonly body: Readable
  readonly checksum?: Checksum | undefined
}

export type Uploads = {
  /** How much of it has arrived: as many bytes as the file has. */
  offset(id: string): Promise<number>
  /** Refuses what the disk has no room for. */
  assertRoom(bytes: number): Promise<void>
  append(given: Appending): Promise<number>
  /** The digests of an upload that is complete. */
  settle(id: string, size: number): Promise<Digests>
  path(id: string): string
  discard(id: string): Promise<void>
  /** Discards what nobody has added to since; answers which. */
  sweep(untouchedSince: Date): Promise<string[]>
  close(): void
}

const suffix = '.part'
const plain = /^[A-Za-z0-9-]{1,64}$/

/** Bytes on their way. An upload is one file that only grows: its length is all there is to know about it after a crash. */
export async function openUploads({ dir, digester, ...options }: UploadOptions): Promise<Uploads> {
  await mkdir(dir, { recursive: true })
  const { sparedBytes = 64 * 1024 * 1024, freeBytes = freeOnDisk } = options
  const followers = makeFollowers(digester)
  const holders = new Map<string, { stop: AbortController; ended: Promise<unknown> }>()

  const path = (id: string) => {
    if (!plain.test(id)) throw new UploadRefusal('gone')
    return join(dir, `${id}${suffix}`)
  }
  const offset = async (id: string) => (await stat(path(id)).catch(orMissing))?.size ?? 0

  /** A new request for an upload ends an earlier one, whose connection is lost though nobody has noticed yet. */
  async function alone<Result>(id: string, work: (stop: AbortSignal) => Promise<Result>): Promise<Result> {
    for (let earlier = holders.get(id); earlier; earlier = holders.get(id)) {
      earlier.stop.abort()
      await earlier.ended
    }
    const stop = new AbortController()
    const running = work(stop.signal)
    const holder = { stop, ended: running.catch(() => {}) }
    holders.set(id, holder)
    return running.finally(() => {
      if (holders.get(id) === holder) holders.delete(id)
    })
  }

  async function appended({ id, offset: at, size, body, checksum }: Appending, stop: AbortSignal): Promise<number> {
    const file = await open(path(id), constants.O_RDWR | constants.O_CREAT, 0o600).catch(orNoRoom)
    try {
      const found = (await file.stat()).size
      if (found !== at) throw new UploadRefusal('offset-moved')
      // What a check sum may still take back is not read before it is known to be right.
      const follower = checksum ? undefined : followers.of(id, path(id))
      follower?.reach(at)
      stop.addEventListener('abort', () => body.destroy(new Error('another request took the upload over')))
      const sum = checked(body, checksum)
      const { bytes, cut, isTooLong } = await written(sum.body, {
        file,
        at,
        size,
        onWritten: (reached) => follower?.reach(reached),
      }).catch(orNoRoom)
      if (checksum && (cut || !sum.isRight())) {
        await takeBack(file, at)
        throw new UploadRefusal('checksum-differs', { cause: cut })
      }
      if (isTooLong) throw new UploadRefusal('too-long')
      // Whoever's connection was lost hears no answer, and asks how far it came.
      return at + bytes
    } finally {
      await file.close()
      followers.rest(id)
    }
  }

  return {
    path,
    offset,
    async assertRoom(bytes) {
      if ((await freeBytes(dir)) < bytes + sparedBytes) throw new UploadRefusal('no-room')
    },
    append: (given) => alone(given.id, (stop) => appended(given, stop)),
    settle: (id, size) =>
      alone(id, async () => {
        if ((await offset(id)) !== size) throw new UploadRefusal('offset-moved')
        if (size === 0) await (await open(path(id), 'a', 0o600)).close()
        return followers.settle(id, path(id), size)
      }),
    discard: (id) =>
      alone(id, async () => {
        followers.drop(id)
        await rm(path(id), { force: true })
      }),
    async sweep(untouchedSince) {
      const swept: string[] = []
      for (const name of await readdir(dir)) {
        const id = name.slice(0, -suffix.length)
        if (!name.endsWith(suffix) || holders.has(id)) continue
        const found = await stat(join(dir, name)).catch(orMissing)
        if (!found || found.mtime >= untouchedSince) continue
        followers.drop(id)
        await rm(join(dir, name), { force: true })
        swept.push(id)
      }
      return swept
    },
    close: () => followers.close(),
  }
}

async function takeBack(file: FileHandle, to: number): Promise<void> {
  await file.truncate(to)
  await file.datasync()
}

async function freeOnDisk(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir)
  return bavail * bsize
}

export function orMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

import { type BigIntStats, createReadStream } from 'node:fs'
import { chmod, link, mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ContentStore, Soundness } from './content-store.ts'
import type { Digester } from './digester.ts'
import { orNoRoom } from './faults.ts'
import { orMissing } from './uploads.ts'

export type DiskStoreOptions = {
  readonly dir: string
  readonly digester: Digester
  readonly clock?: { now(): Date }
}

/** Contents as files that are read-only and named by their SHA-256, two folders deep. */
export async function openDiskStore({
  dir,
  digester,
  clock = { now: () => new Date() },
}: DiskStoreOptions): Promise<ContentStore> {
  await mkdir(dir, { recursive: true })
  const seenWhole = new Map<string, { readonly at: number; readonly mark: string }>()
  const place = (sha256: string) => join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

  async function soundness(sha256: string, size: number): Promise<Soundness> {
    const before = await stat(place(sha256), { bigint: true }).catch(orMissing)
    if (!before) return 'missing'
    if (Number(before.size) !== size) return 'changed'
    const found = await digester.digest(place(sha256), size, 'sha256')
    if (found !== sha256) return 'changed'
    if (seenWhole.size >= 10_000) seenWhole.clear()
    seenWhole.set(sha256, { at: clock.now().getTime(), mark: markOf(before) })
    return 'whole'
  }

  async function keep(path: string, sha256: string, size: number): Promise<void> {
    const to = place(sha256)
    await mkdir(dirname(to), { recursive: true })
    const isNew = await link(path, to).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
        return orNoRoom(error)
      },
    )
    if (isNew || (await soundness(sha256, size)) === 'whole') return
    // What lies there is not what its name says: it is set aside for whoever looks into it, and the sound one takes its place.
    await rename(to, `${to}.changed-${clock.now().getTime()}`)
    await keep(path, sha256, size)
  }

  return {
    async keep(path, { sha256, size }) {
      const file = await open(path, 'r')
      await file.sync()
      await file.close()
      await chmod(path, 0o440)
      await keep(path, sha256, size)
      await syncFolders(dir, place(sha256))
    },
    async verify({ sha256, size }, { withinMs = 0 } = {}) {
      const seen = seenWhole.get(sha256)
      if (seen && clock.now().getTime() - seen.at < withinMs) {
        const now = await stat(place(sha256), { bigint: true }).catch(orMissing)
        if (now && markOf(now) === seen.mark) return 'whole'
      }
      seenWhole.delete(sha256)
      return soundness(sha256, size)
    },
    read: ({ sha256 }, range) => createReadStream(place(sha256), { ...range, highWaterMark: 256 * 1024 }),
  }
}

/** Writing to a file, or putting another in its place, changes at least one of these. */
const markOf = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string => [ino, size, mtimeNs, ctimeNs].join(' ')

/** A name is durable once its folder is, and so is a folder's own. */
async function syncFolders(root: string, path: string): Promise<void> {
  for (let folder = dirname(path); folder.length >= root.length; folder = dirname(folder)) {
    const handle = await open(folder, 'r')
    await handle.sync()
    await handle.close()
  }
}

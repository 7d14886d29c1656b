import type { Digester, Digests, Following } from './digester.ts'
import { UploadRefusal } from './faults.ts'

const restMs = 10 * 60_000

type Follower = { readonly following: Following; settled?: Promise<Digests>; resting?: NodeJS.Timeout }

/**
 * Who digests which upload. After a restart, or a long rest, the digests begin again at the first byte and catch up with the
 * writer: the bytes are on the disk, and nothing else has to be kept.
 */
export function makeFollowers(digester: Digester | undefined) {
  const followers = new Map<string, Follower>()

  function drop(id: string): void {
    const found = followers.get(id)
    clearTimeout(found?.resting)
    found?.following.drop()
    followers.delete(id)
  }

  function of(id: string, path: string): Follower | undefined {
    if (!digester) return undefined
    const follower = followers.get(id) ?? { following: digester.follow(path) }
    clearTimeout(follower.resting)
    followers.set(id, follower)
    return follower
  }

  return {
    of: (id: string, path: string) => of(id, path)?.following,

    /** Nothing comes for now: after a while its place in the threads is given up. */
    rest(id: string): void {
      const found = followers.get(id)
      if (!found) return
      clearTimeout(found.resting)
      found.resting = setTimeout(() => drop(id), restMs).unref()
    },

    async settle(id: string, path: string, size: number): Promise<Digests> {
      const follower = of(id, path)
      if (!follower) throw new UploadRefusal('gone')
      follower.following.reach(size)
      follower.settled ??= follower.following.end()
      try {
        return await follower.settled
      } catch (error) {
        drop(id)
        throw error
      }
    },

    drop,
    close(): void {
      for (const id of followers.keys()) drop(id)
    },
  }
}

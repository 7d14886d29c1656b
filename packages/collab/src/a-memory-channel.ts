import { randomUUID } from 'node:crypto'
import type { Relay } from './relay.ts'

type Ears = { heard(words: string): void; resumed(): void }

/** A channel between rooms of one process, for tests; `mute` loses what is said. */
export function createMemoryChannel() {
  const ears = new Map<string, Ears>()
  const muted = new Set<string>()
  return {
    relay(): Relay {
      const server = randomUUID()
      return {
        server,
        tellsCommits: false,
        async publish(words) {
          for (const [other, { heard }] of ears) if (other !== server && !muted.has(other)) setImmediate(heard, words)
        },
        async listen(given) {
          ears.set(server, given)
        },
        async close() {
          ears.delete(server)
        },
      }
    },
    /** Nobody hears until the channel is mended. */
    cut() {
      for (const server of ears.keys()) muted.add(server)
    },
    mend() {
      muted.clear()
      for (const { resumed } of ears.values()) resumed()
    },
  }
}

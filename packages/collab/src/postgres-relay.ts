import { randomUUID } from 'node:crypto'
import type { Announcement } from './announcement.ts'
import { createLongWords } from './long-words.ts'
import type { Queries } from './postgres-store.ts'
import type { Relay } from './relay.ts'

/** A notification holds less than 8000 bytes. */
const maxBytes = 7500
const channel = 'lianban_rooms'

/** Hears a channel of the database over a connection of its own; calls `resumed` when that was lost for a while. */
export type Listen = (
  channel: string,
  heard: (payload: string) => void,
  resumed: () => void,
) => Promise<{ close(): Promise<void> }>

/** Processes that meet in their database, over LISTEN and NOTIFY. Its `announcement` belongs to the store. */
export function createPostgresRelay(pool: Queries, listen: Listen): Relay & { readonly announcement: Announcement } {
  const server = randomUUID()
  const long = createLongWords(maxBytes)
  let ears: { close(): Promise<void> } | undefined
  return {
    server,
    tellsCommits: true,
    announcement: { channel, server },
    async publish(words) {
      const text = 'select pg_notify($1, part) from unnest($2::text[]) as part'
      await pool.query({ text, values: [channel, long.cut(server, words)] })
    },
    async listen({ heard, resumed }) {
      const hear = (part: string) => {
        // The database's own words come whole.
        const words = part.startsWith('saved ') ? part : long.join(part)
        if (words !== undefined) heard(words)
      }
      ears = await listen(channel, hear, resumed)
    },
    close: async () => ears?.close(),
  }
}

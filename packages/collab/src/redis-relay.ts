import { randomUUID } from 'node:crypto'
import type { Relay } from './relay.ts'

/** What is needed of a Redis client, such as those of ioredis. The second one only subscribes. */
export type RedisLine = {
  publish(channel: string, words: string): Promise<unknown>
  subscribe(channel: string): Promise<unknown>
  on(event: 'message', heard: (channel: string, words: string) => void): unknown
  on(event: 'ready', again: () => void): unknown
  disconnect(): unknown
}

const channel = 'lianban:rooms'

/** Processes that meet in Redis. Nothing is kept there: what is saved is in the store, and only there. */
export function createRedisRelay(lines: { readonly speaking: RedisLine; readonly hearing: RedisLine }): Relay {
  return {
    server: randomUUID(),
    tellsCommits: false,
    async publish(words) {
      await lines.speaking.publish(channel, words)
    },
    async listen({ heard, resumed }) {
      lines.hearing.on('message', (from, words) => from === channel && heard(words))
      await lines.hearing.subscribe(channel)
      lines.hearing.on('ready', resumed)
    },
    async close() {
      lines.hearing.disconnect()
      lines.speaking.disconnect()
    },
  }
}

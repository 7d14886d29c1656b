import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/**
 * Hears what is notified on a channel, and connects again when the connection is lost. What was said meanwhile is lost:
 * `resumed` is called then, so that the listener can look for itself.
 */
export async function listen(
  url: string,
  channel: string,
  heard: (payload: string) => void,
  resumed: () => void = () => {},
): Promise<{ close(): Promise<void> }> {
  const closing = new AbortController()
  let client = await connect()

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: `lianban-listen`,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5000,
    })
    fresh.on('error', () => {})
    fresh.on('notification', ({ payload }) => heard(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`)
    } catch (error) {
      fresh.end().catch(() => {})
      throw error
    }
    fresh.once('end', () => void reconnect())
    return fresh
  }

  async function reconnect(): Promise<void> {
    for (let wait = 100; !closing.signal.aborted; wait = Math.min(wait * 2, 5000)) {
      try {
        client = await connect()
        if (closing.signal.aborted) await client.end()
        else resumed()
        return
      } catch {
        await sleep(wait, undefined, { signal: closing.signal }).catch(() => {})
      }
    }
  }

  return {
    async close() {
      closing.abort()
      await client.end()
    },
  }
}

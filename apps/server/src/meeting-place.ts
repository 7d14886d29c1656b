import { type Announcement, createPostgresRelay, createRedisRelay, type Queries, type Relay } from '@lianban/collab'
import { listen } from '@lianban/db'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { faultOf } from './fault.ts'

/** Where the processes of a hub tell each other what was saved in the rooms: their database, or Redis where one is named. */
export function meetingPlace(options: {
  readonly pool: Queries
  readonly url: string
  readonly redisUrl: string | undefined
  readonly log: Logger
}): { relay: Relay; announcement?: Announcement } {
  const { pool, url, redisUrl, log } = options
  if (redisUrl === undefined) {
    const relay = createPostgresRelay(pool, (channel, heard, resumed) => listen(url, channel, heard, resumed))
    return { relay, announcement: relay.announcement }
  }
  const line = () => {
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1 })
    // It connects again by itself; meanwhile the rooms look into the database from time to time.
    redis.on('error', (error) => log.error({ fault: faultOf(error) }, 'Redis cannot be reached'))
    return redis
  }
  return { relay: createRedisRelay({ speaking: line(), hearing: line() }) }
}

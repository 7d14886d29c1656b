import { defaultLimits, type Limits } from '@lianban/collab'
import { z } from 'zod'

const amount = (byDefault: number) => z.coerce.number().int().min(1).max(1e12).default(byDefault)

/** What one connection, one room and all of them may cost; each by its own variable. */
export const roomEnvironment = {
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  ROOM_MESSAGE_BYTES: amount(defaultLimits.messageBytes),
  ROOM_MESSAGES_PER_SECOND: amount(defaultLimits.messagesPerSecond),
  ROOM_MESSAGES_AT_ONCE: amount(defaultLimits.messagesAtOnce),
  ROOM_BYTES_PER_SECOND: amount(defaultLimits.bytesPerSecond),
  ROOM_BYTES_AT_ONCE: amount(defaultLimits.bytesAtOnce),
  ROOM_PRESENCE_BYTES: amount(defaultLimits.presenceBytes),
  ROOM_UNSENT_BYTES: amount(defaultLimits.unsentBytes),
  ROOM_UNSAVED_BYTES: amount(defaultLimits.unsavedBytes),
  ROOM_CONNECTIONS: amount(defaultLimits.connectionsPerRoom),
  ROOMS_CONNECTIONS: amount(defaultLimits.connections),
  ROOM_SAVE_TIMEOUT_MS: amount(defaultLimits.saveTimeoutMs),
}

const RoomEnvironment = z.object(roomEnvironment)

export const roomLimitsOf = (env: z.infer<typeof RoomEnvironment>): Partial<Limits> => ({
  messageBytes: env.ROOM_MESSAGE_BYTES,
  messagesPerSecond: env.ROOM_MESSAGES_PER_SECOND,
  messagesAtOnce: env.ROOM_MESSAGES_AT_ONCE,
  bytesPerSecond: env.ROOM_BYTES_PER_SECOND,
  bytesAtOnce: env.ROOM_BYTES_AT_ONCE,
  presenceBytes: env.ROOM_PRESENCE_BYTES,
  unsentBytes: env.ROOM_UNSENT_BYTES,
  unsavedBytes: env.ROOM_UNSAVED_BYTES,
  connectionsPerRoom: env.ROOM_CONNECTIONS,
  connections: env.ROOMS_CONNECTIONS,
  saveTimeoutMs: env.ROOM_SAVE_TIMEOUT_MS,
})

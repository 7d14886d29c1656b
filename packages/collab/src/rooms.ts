import type { RawData, WebSocket } from 'ws'
import { createAllowance } from './allowance.ts'
import { type Closing, closings } from './closing.ts'
import { type Connection, newConnection } from './connection.ts'
import { createGroupCommit, type Unsaved } from './group-commit.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { Malformed } from './malformed.ts'
import type { Member, Right } from './member.ts'
import { readMessage, rightMessage } from './messages.ts'
import { createOutbox } from './outbox.ts'
import { createRoom, type Room } from './room.ts'
import type { RoomOptions } from './room-options.ts'
import { within } from './within.ts'

export type Rooms = {
  /** Takes over a socket that was just opened; call it in the same turn, or messages are lost. */
  connect(socket: WebSocket, roomId: string, member: Member, right: Right, options?: { readonly saved?: boolean }): void
  /** Asks the gatekeeper again for every connection of these rooms, or of all rooms. */
  recheck(roomIds?: readonly string[]): Promise<void>
  endSessions(sessionIds: readonly string[]): void
  /** Resolves when nothing waits for the store. */
  flush(): Promise<void>
  close(): Promise<void>
}

type Occupied = { readonly connections: Set<Connection>; readonly opening: Promise<Room>; room: Room | undefined }

/** The live rooms of one process. */
export function createRooms(options: RoomOptions): Rooms {
  const { store, gatekeeper, clock } = options
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const occupied = new Map<string, Occupied>()
  let isStopping = false

  /** What the host does with news is its own affair: a fault there must not reach a room. */
  const tell = (news: () => void) => {
    try {
      news()
    } catch (cause) {
      options.log({ event: 'fault', cause })
    }
  }

  const outbox = createOutbox({
    unsentBytes: limits.unsentBytes,
    tooSlow: (connection) => end(connection, closings.tooSlow),
  })

  const commit = createGroupCommit({
    store,
    timeoutMs: limits.saveTimeoutMs,
    saved: (batch) =>
      tell(() => {
        for (const unsaved of batch) unsaved.room.saved(unsaved)
        for (const { connection, room } of lastOfEach(batch)) room.tellSaved(connection)
        for (const { room } of batch) unloadIfIdle(room.roomId)
      }),
    failed: (batch, cause) =>
      tell(() => {
        const roomIds = [...new Set(batch.map(({ row }) => row.roomId))]
        options.log({ event: 'not-saved', roomIds, updates: batch.length, cause })
        for (const unsaved of batch) unsaved.room.notSaved(unsaved)
        for (const { connection } of lastOfEach(batch)) {
          // What waits behind a lost update may build on it: the client keeps all of it and sends it again.
          for (const later of commit.withdraw(connection)) later.room.notSaved(later)
          end(connection, closings.notSaved)
        }
        for (const { room } of batch) unloadIfIdle(room.roomId)
      }),
  })

  const unloadIfIdle = (roomId: string) => {
    const found = occupied.get(roomId)
    if (found && found.connections.size === 0 && (!found.room || found.room.isIdle())) occupied.delete(roomId)
  }

  const leave = (connection: Connection) => {
    const wasOpen = connection.state === 'open'
    connection.state = 'ended'
    outbox.forget(connection)
    const found = occupied.get(connection.roomId)
    found?.connections.delete(connection)
    found?.room?.leave(connection)
    const { roomId, member, updates, bytes } = connection
    if (wasOpen) tell(() => options.onLeft?.(roomId, member, { updates, bytes }))
    unloadIfIdle(roomId)
  }

  const end = (connection: Connection, closing: Closing, cause?: unknown) => {
    if (connection.state === 'ended') return
    const { socket, roomId, member } = connection
    leave(connection)
    socket.resume()
    socket.close(closing.code, closing.reason)
    // A peer that does not answer the close is cut off; revocation does not wait for its consent.
    setTimeout(() => socket.terminate(), 1000).unref()
    tell(() => options.log({ event: 'closed', roomId, member, closing, ...(cause === undefined ? {} : { cause }) }))
    if (closing.code === closings.readOnly.code) tell(() => options.onRefused?.(roomId, member, closing.reason))
  }

  const occupy = (roomId: string): Occupied => {
    const found = occupied.get(roomId)
    if (found) return found
    const opening = store.load(roomId).then((stored) =>
      createRoom(roomId, stored, {
        clock,
        limits,
        outbox,
        save: commit.add,
        end: (connection, closing) => end(connection, closing),
      }),
    )
    const entry: Occupied = { connections: new Set(), opening, room: undefined }
    occupied.set(roomId, entry)
    opening.then(
      (room) => {
        entry.room = room
        unloadIfIdle(roomId)
      },
      () => occupied.get(roomId) === entry && occupied.delete(roomId),
    )
    return entry
  }

  const admit = async (connection: Connection, isNewest: () => boolean) => {
    const { roomId, member } = connection
    const right = await within(limits.askTimeoutMs, 'admission', gatekeeper.admit(roomId, member))
    if (!isNewest() || connection.state === 'ended') return
    if (!right) return end(connection, closings.revoked)
    const isChanged = connection.right !== right
    connection.right = right
    if (isChanged && connection.wantsNotices) outbox.send(connection, [rightMessage(right)])
  }

  /** Only the newest answer counts: an older one may have been given before the change that led to the newer question. */
  const ask = (connection: Connection): Promise<void> => {
    const admission: Promise<void> = admit(connection, () => connection.admission === admission).catch((cause) =>
      end(connection, closings.unavailable, cause),
    )
    connection.admission = admission
    return admission
  }

  const join = async (connection: Connection, { opening }: Occupied) => {
    ask(connection)
    const room = await opening
    for (let answer: Promise<void> | undefined; answer !== connection.admission; ) {
      answer = connection.admission
      await answer
    }
    if (connection.state === 'ended') return
    connection.state = 'open'
    room.connections.add(connection)
    if (connection.wantsNotices) outbox.send(connection, [rightMessage(connection.right)])
    room.greet(connection)
    connection.socket.resume()
    tell(() => options.onJoined?.(connection.roomId, connection.member, connection.right))
  }

  const receive = (connection: Connection, data: RawData, isBinary: boolean) => {
    const room = occupied.get(connection.roomId)?.room
    if (connection.state !== 'open' || !room) return
    try {
      const bytes = bytesOf(data)
      if (bytes.length > limits.messageBytes) return end(connection, closings.tooLarge)
      if (!connection.allowance.spend(bytes.length, clock.now())) return end(connection, closings.tooFast)
      if (!isBinary) throw new Malformed('a text message')
      room.receive(connection, readMessage(bytes))
    } catch (cause) {
      end(connection, cause instanceof Malformed ? closings.malformed : closings.fault, cause)
    }
  }

  return {
    connect(socket, roomId, member, right, { saved = false } = {}) {
      const allowance = createAllowance(limits, clock.now())
      const connection = newConnection({ socket, roomId, member, right, wantsNotices: saved, allowance })
      socket.on('message', (data, isBinary) => receive(connection, data, isBinary))
      // ws reports a broken frame here and closes the socket by itself; without a listener it would end the process.
      socket.on('error', (cause) => end(connection, brokenBy(cause), cause))
      socket.on('close', () => connection.state !== 'ended' && leave(connection))
      socket.pause()
      const entry = occupy(roomId)
      entry.connections.add(connection)
      if (isStopping) return end(connection, closings.stopping)
      if (entry.connections.size > limits.connectionsPerRoom) return end(connection, closings.roomFull)
      join(connection, entry).catch((cause) => end(connection, closings.unavailable, cause))
    },

    async recheck(roomIds) {
      const entries = roomIds ? roomIds.map((roomId) => occupied.get(roomId)) : [...occupied.values()]
      await Promise.all(entries.flatMap((entry) => [...(entry?.connections ?? [])].map(ask)))
    },

    endSessions(sessionIds) {
      const ended = new Set(sessionIds)
      for (const connection of everyone(occupied)) {
        if (ended.has(connection.member.sessionId)) end(connection, closings.sessionEnded)
      }
    },

    flush: () => commit.idle(),

    async close() {
      isStopping = true
      for (const connection of everyone(occupied)) end(connection, closings.stopping)
      await commit.idle()
    },
  }
}

const everyone = (occupied: ReadonlyMap<string, Occupied>): Connection[] =>
  [...occupied.values()].flatMap(({ connections }) => [...connections])

const lastOfEach = (batch: readonly Unsaved[]): Unsaved[] => [
  ...new Map(batch.map((unsaved) => [unsaved.connection, unsaved])).values(),
]

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

const brokenBy = (cause: Error): Closing =>
  'code' in cause && cause.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? closings.tooLarge : closings.malformed

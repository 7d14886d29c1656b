import type { RawData, WebSocket } from 'ws'
import { createAllowance } from './allowance.ts'
import { type Closing, closings } from './closing.ts'
import { createCompactor } from './compactor.ts'
import { type Connection, newConnection } from './connection.ts'
import { createDoor } from './door.ts'
import { alone, createFollowing } from './following.ts'
import { createGroupCommit, type Unsaved } from './group-commit.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { Malformed } from './malformed.ts'
import type { Member, Right } from './member.ts'
import { readMessage } from './messages.ts'
import { createNeighbours } from './neighbours.ts'
import { createOpenRooms, type OpenRoom } from './open-rooms.ts'
import { createOutbox } from './outbox.ts'
import type { RoomOptions } from './room-options.ts'

export type Rooms = {
  /** Takes over a socket that was just opened; call it in the same turn, or messages are lost. */
  connect(socket: WebSocket, roomId: string, member: Member, right: Right, options?: { readonly saved?: boolean }): void
  /** Asks the gatekeeper again for every connection of these rooms, or of all rooms. */
  recheck(roomIds?: readonly string[]): Promise<void>
  /** The host itself saved something in these rooms; whoever is in them is shown it. Needs a relay. */
  look(roomIds: readonly string[]): void
  endSessions(sessionIds: readonly string[]): void
  /** Resolves when nothing waits for the store. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** The live rooms of one process. */
export function createRooms(options: RoomOptions): Rooms {
  const { store, gatekeeper, clock, relay } = options
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const compactor = createCompactor()
  let connected = 0
  let isStopping = false

  /** What the host does with news is its own affair: a fault there must not reach a room. */
  const tell = (news: () => void) => {
    try {
      news()
    } catch (cause) {
      options.log({ event: 'fault', cause })
    }
  }
  const log: RoomOptions['log'] = (event) => tell(() => options.log(event))

  const outbox = createOutbox({
    unsentBytes: limits.unsentBytes,
    tooSlow: (connection) => end(connection, closings.tooSlow),
  })

  const open = createOpenRooms(
    {
      clock,
      limits,
      outbox,
      store,
      compactor,
      log,
      save: (unsaved) => commit.add(unsaved),
      end: (connection, closing) => end(connection, closing),
      spread: (roomId, told) => neighbours?.spread(roomId, told),
    },
    () => neighbours,
  )

  const following =
    relay &&
    createFollowing({
      store,
      retryMs: 500,
      positions: open.positions,
      take: (update) => tell(() => takeFollowed(update)),
      reach: open.reach,
      failed: (cause) => log({ event: 'not-followed', cause }),
      nudge: () => commit.nudge(),
    })

  const takeFollowed = (update: Parameters<typeof open.take>[0]) => {
    try {
      open.take(update)
    } catch (cause) {
      log({ event: 'damaged', roomId: update.roomId, seq: update.seq })
      // It opens again as what it is by now: to read, up to the damage.
      for (const connection of open.get(update.roomId)?.connections ?? []) end(connection, closings.unavailable, cause)
    }
  }

  const neighbours =
    relay &&
    following &&
    createNeighbours({
      relay,
      lookMs: limits.lookMs,
      heardSaved: following.heard,
      settled: () => commit.settled(),
      heardPresence: (roomId, server, told) => open.get(roomId)?.room?.hearPresence(server, told),
      presentHere: (roomId) => open.get(roomId)?.room?.presentHere() ?? [],
      look: () => following.look(),
      failed: (cause) => log({ event: 'not-followed', cause }),
    })

  const commit = createGroupCommit({
    store,
    timeoutMs: limits.saveTimeoutMs,
    following: following ?? alone(open.reach),
    isTold: () => neighbours !== undefined && !neighbours.isAlone(),
    saved: (batch, first) =>
      tell(() => {
        for (const [i, unsaved] of batch.entries()) unsaved.room.saved(unsaved, first + i)
        for (const { connection, room } of lastOfEach(batch)) room.tellSaved(connection)
        const roomIds = roomsOf(batch)
        neighbours?.saved(first, first + batch.length - 1, roomIds)
        for (const roomId of roomIds) open.release(roomId)
      }),
    failed: (batch, cause) =>
      tell(() => {
        log({ event: 'not-saved', roomIds: roomsOf(batch), updates: batch.length, cause })
        for (const unsaved of batch) unsaved.room.notSaved(unsaved)
        for (const { connection } of lastOfEach(batch)) {
          // What waits behind a lost update may build on it: the client keeps all of it and sends it again.
          for (const later of commit.withdraw(connection)) later.room.notSaved(later)
          end(connection, closings.notSaved)
        }
        for (const roomId of roomsOf(batch)) open.release(roomId)
      }),
  })

  const leave = (connection: Connection) => {
    const wasOpen = connection.state === 'open'
    connection.state = 'ended'
    connected -= 1
    outbox.forget(connection)
    const found = open.get(connection.roomId)
    found?.connections.delete(connection)
    found?.room?.leave(connection)
    const { roomId, member, updates, bytes } = connection
    if (wasOpen) tell(() => options.onLeft?.(roomId, member, { updates, bytes }))
    open.release(roomId)
  }

  const end = (connection: Connection, closing: Closing, cause?: unknown) => {
    if (connection.state === 'ended') return
    const { socket, roomId, member } = connection
    leave(connection)
    socket.resume()
    socket.close(closing.code, closing.reason)
    // A peer that does not answer the close is cut off; revocation does not wait for its consent.
    setTimeout(() => socket.terminate(), 1000).unref()
    log({ event: 'closed', roomId, member, closing, ...(cause === undefined ? {} : { cause }) })
    if (closing.code === closings.readOnly.code) tell(() => options.onRefused?.(roomId, member, closing.reason))
  }

  const door = createDoor({
    gatekeeper,
    askTimeoutMs: limits.askTimeoutMs,
    end: (connection, closing, cause) => end(connection, closing, cause),
    tellRight: (connection) => open.get(connection.roomId)?.room?.tellRight(connection),
  })

  const join = async (connection: Connection, { opening }: OpenRoom) => {
    door.ask(connection)
    const room = await opening
    await door.answered(connection)
    if (connection.state === 'ended') return
    connection.state = 'open'
    room.connections.add(connection)
    room.greet(connection)
    connection.socket.resume()
    tell(() => options.onJoined?.(connection.roomId, connection.member, connection.right))
  }

  const receive = (connection: Connection, data: RawData, isBinary: boolean) => {
    const room = open.get(connection.roomId)?.room
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

  const everyone = (): Connection[] => open.all().flatMap(({ connections }) => [...connections])

  return {
    connect(socket, roomId, member, right, { saved = false } = {}) {
      const allowance = createAllowance(limits, clock.now())
      const connection = newConnection({ socket, roomId, member, right, wantsNotices: saved, allowance })
      socket.on('message', (data, isBinary) => receive(connection, data, isBinary))
      // ws reports a broken frame here and closes the socket by itself; without a listener it would end the process.
      socket.on('error', (cause) => end(connection, brokenBy(cause), cause))
      socket.on('close', () => connection.state !== 'ended' && leave(connection))
      socket.pause()
      const entry = open.enter(roomId)
      entry.connections.add(connection)
      connected += 1
      if (isStopping) return end(connection, closings.stopping)
      if (entry.connections.size > limits.connectionsPerRoom) return end(connection, closings.roomFull)
      if (connected > limits.connections) return end(connection, closings.unavailable)
      join(connection, entry).catch((cause) => end(connection, closings.unavailable, cause))
    },

    async recheck(roomIds) {
      const entries = roomIds ? roomIds.map(open.get) : open.all()
      await Promise.all(entries.flatMap((entry) => [...(entry?.connections ?? [])].map(door.ask)))
    },

    look: (roomIds) => following?.look(roomIds),

    endSessions(sessionIds) {
      const ended = new Set(sessionIds)
      for (const connection of everyone()) {
        if (ended.has(connection.member.sessionId)) end(connection, closings.sessionEnded)
      }
    },

    flush: () => commit.idle(),

    async close() {
      isStopping = true
      for (const connection of everyone()) end(connection, closings.stopping)
      following?.stop()
      await commit.idle()
      await neighbours?.close()
      await compactor.close()
    },
  }
}

const roomsOf = (batch: readonly Unsaved[]): string[] => [...new Set(batch.map(({ row }) => row.roomId))]

const lastOfEach = (batch: readonly Unsaved[]): Unsaved[] => [
  ...new Map(batch.map((unsaved) => [unsaved.connection, unsaved])).values(),
]

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

const brokenBy = (cause: Error): Closing =>
  'code' in cause && cause.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? closings.tooLarge : closings.malformed

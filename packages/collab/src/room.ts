import type { Clock } from '@lianban/kernel'
import { diffUpdate } from 'yjs'
import { Authors } from './authors.ts'
import { type Closing, closings } from './closing.ts'
import type { Connection } from './connection.ts'
import { type Contents, readContents } from './contents.ts'
import type { Unsaved } from './group-commit.ts'
import { encodedVector } from './holdings.ts'
import type { Limits } from './limits.ts'
import { Malformed } from './malformed.ts'
import { answerEnd, askMessage, type Message, presenceMessage, savedMessage, updateMessage } from './messages.ts'
import type { Outbox } from './outbox.ts'
import { createPresence } from './presence.ts'
import { createRoomLog } from './room-log.ts'
import type { StoredRoom } from './store.ts'

/** What a room needs of the process around it. */
export type Surroundings = {
  readonly clock: Clock
  readonly limits: Limits
  readonly outbox: Outbox
  save(unsaved: Unsaved): void
  end(connection: Connection, closing: Closing): void
}

type Content = { readonly update: Uint8Array; readonly contents: Contents }

export type Room = ReturnType<typeof createRoom>

/** One shared document: the durable updates, who writes them, and who is present. */
export function createRoom(roomId: string, stored: StoredRoom, { clock, limits, outbox, save, end }: Surroundings) {
  const connections = new Set<Connection>()
  const authors = new Authors(stored.authors)
  const log = createRoomLog(stored)
  const presence = createPresence({ clock, authors, maxBytes: limits.presenceBytes })
  let unsaved = 0

  const tellOthers = (author: Connection, message: Uint8Array) => {
    for (const other of connections) if (other !== author) outbox.send(other, [message])
  }

  const tellSaved = (connection: Connection) => {
    if (connection.wantsNotices) outbox.send(connection, [savedMessage(connection.saved)])
  }

  /** An update that brings nothing: it counts as saved once everything before it is. */
  const settle = (connection: Connection) => {
    if (connection.waiting > 0) return
    connection.saved = connection.received
    tellSaved(connection)
  }

  const receiveUpdate = (connection: Connection, update: Uint8Array) => {
    connection.received += 1
    const contents = readContents(update)
    const fresh = log.lacking(contents)
    if (fresh.added.length === 0 && fresh.deleted.length === 0) return settle(connection)
    if (connection.right === 'read') {
      // Yjs tidies formatting and lost map values by itself, as deletions, on readers' pages too: dropped, not punished.
      return fresh.added.length > 0 ? end(connection, closings.readOnly) : undefined
    }
    const writers = clientIdsOf(fresh)
    if (writers.length > limits.authorsPerUpdate) throw new Malformed('too many client ids in one update')
    if (!writers.every((clientId) => authors.isOf(clientId, connection.member))) {
      return end(connection, closings.authorMismatch)
    }
    for (const clientId of writers) authors.claim(clientId, connection.member)
    accept(connection, withoutOthers({ update, contents }, connection), writers)
  }

  /** Structs of others that the room has already are cut out, so that what is kept as this officer's is this officer's. */
  const withoutOthers = (whole: Content, { member }: Connection): Content => {
    const others = whole.contents.added.filter(({ clientId }) => !authors.isOf(clientId, member))
    if (others.length === 0) return whole
    const update = diffUpdate(whole.update, encodedVector(others.map(({ clientId, to }) => [clientId, to])))
    return { update, contents: readContents(update) }
  }

  const accept = (connection: Connection, { update, contents }: Content, writers: readonly number[]) => {
    const { officerId, agencyId, sessionId } = connection.member
    connection.waiting += 1
    connection.waitingBytes += update.length
    unsaved += 1
    const row = {
      roomId,
      update,
      officerId,
      agencyId,
      sessionId,
      at: clock.now(),
      newAuthors: authors.unsaved(writers),
    }
    save({ row, contents, room, connection, ordinal: connection.received })
    if (connection.waitingBytes > limits.unsavedBytes) end(connection, closings.tooFast)
  }

  const room = {
    roomId,
    connections,
    isIdle: () => connections.size === 0 && unsaved === 0,

    greet(connection: Connection): void {
      outbox.send(connection, [askMessage(log.vector())])
      const present = presence.present(connection)
      if (present.length > 0) outbox.send(connection, [presenceMessage(present)])
    },

    receive(connection: Connection, message: Message): void {
      if (message.kind === 'update') receiveUpdate(connection, message.update)
      if (message.kind === 'ask') {
        outbox.send(connection, [...log.answer(message.vector).map(updateMessage), answerEnd], 'answer')
      }
      if (message.kind === 'presence') {
        const told = presence.receive(connection, message.states)
        if (told.length > 0) tellOthers(connection, presenceMessage(told))
      }
      if (message.kind === 'ask-presence') outbox.send(connection, [presenceMessage(presence.present(connection))])
    },

    /** The update is durable: only now does anybody else see it. */
    saved({ row, contents, connection, ordinal }: Unsaved): void {
      unsaved -= 1
      connection.waiting -= 1
      connection.waitingBytes -= row.update.length
      connection.updates += 1
      connection.bytes += row.update.length
      connection.saved = connection.waiting === 0 ? connection.received : ordinal
      authors.markSaved(row.newAuthors)
      log.append(row.update, contents)
      tellOthers(connection, updateMessage(row.update))
    },

    notSaved({ row, connection }: Unsaved): void {
      unsaved -= 1
      connection.waiting -= 1
      connection.waitingBytes -= row.update.length
    },

    tellSaved,

    leave(connection: Connection): void {
      if (!connections.delete(connection)) return
      const told = presence.leave(connection)
      if (told.length > 0) tellOthers(connection, presenceMessage(told))
    },
  }
  return room
}

const clientIdsOf = ({ added }: Contents): number[] => [...new Set(added.map(({ clientId }) => clientId))]

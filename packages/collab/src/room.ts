import { diffUpdate } from 'yjs'
import { Authors } from './authors.ts'
import { closings } from './closing.ts'
import type { Connection } from './connection.ts'
import { type Contents, readContents } from './contents.ts'
import { createFolding } from './folding.ts'
import type { FollowedUpdate } from './following.ts'
import type { Unsaved } from './group-commit.ts'
import { encodedVector } from './holdings.ts'
import { Malformed } from './malformed.ts'
import {
  answerEnd,
  askMessage,
  damagedMessage,
  type Message,
  presenceMessage,
  rightMessage,
  savedMessage,
  updateMessage,
} from './messages.ts'
import { createPresence, elsewhere } from './presence.ts'
import type { PresentElsewhere } from './relay-words.ts'
import { createRoomLog } from './room-log.ts'
import type { Surroundings } from './room-surroundings.ts'
import type { StoredRoom } from './store.ts'

type Content = { readonly update: Uint8Array; readonly contents: Contents }
type Update = { readonly update: Uint8Array; readonly isAnswer: boolean }

/** A client asks as soon as it is in; where asking it back takes a while, it is answered before. */
const answerFirstMs = 20

export type Room = ReturnType<typeof createRoom>

/** One shared document: the durable updates, who writes them, and who is present. */
export function createRoom(roomId: string, stored: StoredRoom, surroundings: Surroundings) {
  const { clock, limits, outbox, end } = surroundings
  const connections = new Set<Connection>()
  const authors = new Authors(stored.authors)
  const roomLog = createRoomLog(stored)
  const presence = createPresence({ clock, authors, maxBytes: limits.presenceBytes })
  const folding = createFolding({ ...surroundings, roomId, roomLog })
  const damagedAt = roomLog.brokenAt ?? stored.damagedAt
  let position = stored.position
  let unsaved = 0

  const tell = (message: ReturnType<typeof updateMessage>, except?: Connection) => {
    for (const other of connections) if (other !== except) outbox.send(other, message)
  }

  const tellPresence = (speaker: Connection, told: ReturnType<typeof presence.receive>) => {
    if (told.length === 0) return
    tell(presenceMessage(told), speaker)
    surroundings.spread(
      roomId,
      told.map((state) => elsewhere(speaker, state)),
    )
  }

  const askFor = (connection: Connection) => outbox.send(connection, askMessage(roomLog.vector()))

  const tellSaved = (connection: Connection) => {
    if (connection.wantsNotices) outbox.send(connection, savedMessage(connection.saved))
  }

  /** An update that brings nothing: it counts as saved once everything before it is. */
  const settle = (connection: Connection) => {
    if (connection.waiting > 0) return
    connection.saved = connection.received
    tellSaved(connection)
  }

  const receiveUpdate = (connection: Connection, { update, isAnswer }: Update) => {
    connection.received += 1
    const contents = readContents(update)
    const fresh = roomLog.lacking(contents)
    if (fresh.added.length === 0 && fresh.deleted.length === 0) return settle(connection)
    if (damagedAt !== undefined || connection.right === 'read') {
      // Yjs tidies formatting and lost map values by itself, as deletions, on readers' pages too: dropped, not punished.
      return fresh.added.length > 0 ? end(connection, unmerged(isAnswer)) : undefined
    }
    const writers = clientIdsOf(fresh)
    if (writers.length > limits.authorsPerUpdate) throw new Malformed('too many client ids in one update')
    if (!writers.every((clientId) => authors.isOf(clientId, connection.member))) {
      return end(connection, closings.authorMismatch)
    }
    for (const clientId of writers) authors.claim(clientId, connection.member)
    accept(connection, withoutOthers({ update, contents }, connection), writers)
  }

  /** What a client answers when asked for what is lacking was written before it lost the right: no attempt on the room. */
  const unmerged = (isAnswer: boolean) => {
    if (damagedAt !== undefined) return closings.damaged
    return isAnswer ? closings.setAside : closings.readOnly
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
    const newAuthors = authors.unsaved(writers)
    const row = { roomId, update, officerId, agencyId, sessionId, at: clock.now(), newAuthors }
    surroundings.save({ row, contents, room, connection, ordinal: connection.received })
    if (connection.waitingBytes > limits.unsavedBytes) end(connection, closings.tooFast)
  }

  const room = {
    roomId,
    damagedAt,
    connections,
    isIdle: () => connections.size === 0 && unsaved === 0,
    position: () => position,

    greet(connection: Connection): void {
      if (connection.wantsNotices) {
        if (damagedAt !== undefined) outbox.send(connection, damagedMessage(damagedAt))
        room.tellRight(connection)
      }
      if (roomLog.isRead()) askFor(connection)
      else setTimeout(() => askFor(connection), answerFirstMs)
      const present = presence.present(connection)
      if (present.length > 0) outbox.send(connection, presenceMessage(present))
    },

    tellRight(connection: Connection): void {
      outbox.send(connection, rightMessage(damagedAt === undefined ? connection.right : 'read'))
    },

    receive(connection: Connection, message: Message): void {
      if (message.kind === 'update') receiveUpdate(connection, message)
      if (message.kind === 'ask') {
        for (const update of roomLog.answer(message.vector)) outbox.send(connection, updateMessage(update), 'answer')
        outbox.send(connection, answerEnd, 'answer')
      }
      if (message.kind === 'presence') tellPresence(connection, presence.receive(connection, message.states))
      if (message.kind === 'ask-presence') outbox.send(connection, presenceMessage(presence.present(connection)))
    },

    /** The update is durable: only now does anybody else see it. */
    saved({ row, contents, connection, ordinal }: Unsaved, seq: number): void {
      unsaved -= 1
      connection.waiting -= 1
      connection.waitingBytes -= row.update.length
      connection.updates += 1
      connection.bytes += row.update.length
      connection.saved = connection.waiting === 0 ? connection.received : ordinal
      authors.markSaved(row.newAuthors)
      roomLog.append(seq, row.update, contents)
      tell(updateMessage(row.update), connection)
    },

    notSaved({ row, connection }: Unsaved): void {
      unsaved -= 1
      connection.waiting -= 1
      connection.waitingBytes -= row.update.length
    },

    tellSaved,

    /** An update that another process saved, or this one without knowing it. */
    take({ seq, update, officerId, agencyId }: FollowedUpdate): void {
      const contents = readContents(update)
      const fresh = roomLog.lacking(contents)
      if (fresh.added.length === 0 && fresh.deleted.length === 0) return
      for (const clientId of clientIdsOf(contents)) authors.adopt(clientId, { officerId, agencyId })
      roomLog.append(seq, update, contents)
      tell(updateMessage(update))
    },

    /** Everything up to this number is here. */
    reach(seq: number): void {
      position = Math.max(position, seq)
      folding.consider(position, limits.foldAfter)
    },

    hearPresence(server: string, told: readonly PresentElsewhere[]): void {
      const changed = presence.hear(server, told)
      if (changed.length > 0) tell(presenceMessage(changed))
    },

    presentHere: () => presence.spokenHere(),

    leave(connection: Connection): void {
      if (!connections.delete(connection)) return
      tellPresence(connection, presence.leave(connection))
    },

    /** Nobody is here any more: whoever comes next shall find little to read. */
    rest: () => folding.consider(position, limits.foldOnLeaving),
  }
  if (damagedAt === undefined) folding.consider(position, limits.foldAfter)
  return room
}

const clientIdsOf = ({ added }: Contents): number[] => [...new Set(added.map(({ clientId }) => clientId))]

import { type Author, AuthorTaken, type NewUpdate, type RoomStore, type StoredRoom } from './store.ts'

/** Keeps rooms for as long as the process lives: for tests and trials, since nothing in it is durable. */
export function createMemoryStore(): RoomStore {
  const rooms = new Map<string, { tail: Uint8Array[]; authors: Map<number, Author> }>()
  let seq = 0n

  const roomOf = (roomId: string) => {
    const room = rooms.get(roomId) ?? { tail: [] as Uint8Array[], authors: new Map<number, Author>() }
    rooms.set(roomId, room)
    return room
  }

  const check = ({ roomId, newAuthors, officerId, agencyId }: NewUpdate) => {
    for (const clientId of newAuthors) {
      const bound = rooms.get(roomId)?.authors.get(clientId)
      if (bound && (bound.officerId !== officerId || bound.agencyId !== agencyId)) throw new AuthorTaken()
    }
  }

  return {
    async load(roomId): Promise<StoredRoom> {
      const room = rooms.get(roomId)
      return { state: undefined, tail: [...(room?.tail ?? [])], authors: new Map(room?.authors), lastSeq: seq }
    },
    async append(batch) {
      for (const row of batch) check(row)
      for (const { roomId, update, officerId, agencyId, newAuthors } of batch) {
        const room = roomOf(roomId)
        room.tail.push(update)
        for (const clientId of newAuthors) room.authors.set(clientId, { officerId, agencyId })
        seq += 1n
      }
    },
  }
}

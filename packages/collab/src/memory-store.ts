import { type Author, AuthorTaken, type NewUpdate, type RoomStore, type Snapshot, type StoredUpdate } from './store.ts'

type Kept = { log: StoredUpdate[]; snapshot: Snapshot | undefined; authors: Map<number, Author> }

/** Keeps rooms for as long as the process lives: for tests and trials, since nothing in it is durable. */
export function createMemoryStore(): RoomStore {
  const rooms = new Map<string, Kept>()
  let seq = 0

  const roomOf = (roomId: string) => {
    const room = rooms.get(roomId) ?? { log: [], snapshot: undefined, authors: new Map<number, Author>() }
    rooms.set(roomId, room)
    return room
  }

  const check = ({ roomId, newAuthors, officerId, agencyId }: NewUpdate) => {
    for (const clientId of newAuthors) {
      const bound = rooms.get(roomId)?.authors.get(clientId)
      if (bound && (bound.officerId !== officerId || bound.agencyId !== agencyId)) throw new AuthorTaken()
    }
  }

  const after = (roomId: string, position: number) => (rooms.get(roomId)?.log ?? []).filter((row) => row.seq > position)

  return {
    async load(roomId) {
      const room = rooms.get(roomId)
      const snapshot = room?.snapshot
      const tail = after(roomId, snapshot?.upTo ?? 0)
      return { snapshot, tail, authors: new Map(room?.authors), position: seq }
    },
    async append(batch) {
      for (const row of batch) check(row)
      const first = seq + 1
      for (const { roomId, update, officerId, agencyId, newAuthors } of batch) {
        const room = roomOf(roomId)
        seq += 1
        room.log.push({ seq, update, officerId, agencyId })
        for (const clientId of newAuthors) room.authors.set(clientId, { officerId, agencyId })
      }
      return first
    },
    async since(positions) {
      const rows = positions.flatMap(({ roomId, position }) =>
        after(roomId, position).map((row) => ({ ...row, roomId })),
      )
      return rows.sort((a, b) => a.seq - b.seq)
    },
    async keepSnapshot(roomId, snapshot) {
      const room = roomOf(roomId)
      if (snapshot.upTo > (room.snapshot?.upTo ?? 0)) room.snapshot = snapshot
    },
  }
}

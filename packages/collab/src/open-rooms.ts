import type { Connection } from './connection.ts'
import type { FollowedUpdate } from './following.ts'
import type { Neighbours } from './neighbours.ts'
import { createRoom, type Room } from './room.ts'
import type { Surroundings } from './room-surroundings.ts'
import type { Position } from './store.ts'

export type OpenRoom = {
  readonly connections: Set<Connection>
  readonly opening: Promise<Room>
  room: Room | undefined
  /** Something was saved elsewhere while the room was being read. */
  hasMissed: boolean
}

/** The rooms that somebody is in, from the first connection until the last one has left and everything is saved. */
export function createOpenRooms(surroundings: Surroundings, neighbours: () => Neighbours | undefined) {
  const { store, log } = surroundings
  const entries = new Map<string, OpenRoom>()

  const read = async (roomId: string): Promise<Room> => {
    await neighbours()?.listening
    const stored = await store.load(roomId)
    for (const seq of stored.damagedSnapshots ?? []) log({ event: 'damaged-snapshot', roomId, seq })
    const room = createRoom(roomId, stored, surroundings)
    if (room.damagedAt !== undefined) log({ event: 'damaged', roomId, seq: room.damagedAt })
    return room
  }

  const open = async (roomId: string, entry: () => OpenRoom): Promise<Room> => {
    const room = await read(roomId)
    while (entry().hasMissed) {
      entry().hasMissed = false
      const missed = await store.since([{ roomId, position: room.position() }])
      for (const update of missed) {
        room.take(update)
        room.reach(update.seq)
      }
    }
    // In the same turn, so that nothing is saved in between of which neither list knows.
    entry().room = room
    neighbours()?.askWho(roomId)
    return room
  }

  const release = (roomId: string) => {
    const found = entries.get(roomId)
    if (!found || found.connections.size > 0 || (found.room && !found.room.isIdle())) return
    entries.delete(roomId)
    found.room?.rest()
  }

  return {
    get: (roomId: string) => entries.get(roomId),
    all: () => [...entries.values()],
    release,

    enter(roomId: string): OpenRoom {
      const found = entries.get(roomId)
      if (found) return found
      const entry: OpenRoom = {
        connections: new Set(),
        opening: Promise.resolve().then(() => open(roomId, () => entry)),
        room: undefined,
        hasMissed: false,
      }
      entries.set(roomId, entry)
      entry.opening.then(
        () => release(roomId),
        () => entries.get(roomId) === entry && entries.delete(roomId),
      )
      return entry
    },

    /** How far each of the rooms is; one that is still being read looks for itself. */
    positions(roomIds: readonly string[] = [...entries.keys()]): Position[] {
      return roomIds.flatMap((roomId) => {
        const entry = entries.get(roomId)
        if (entry && !entry.room) entry.hasMissed = true
        return entry?.room ? [{ roomId, position: entry.room.position() }] : []
      })
    },

    take(update: FollowedUpdate): void {
      entries.get(update.roomId)?.room?.take(update)
    },

    reach(roomId: string, seq: number): void {
      entries.get(roomId)?.room?.reach(seq)
    },
  }
}

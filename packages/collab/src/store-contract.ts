import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { AuthorTaken, type NewUpdate, type RoomStore } from './store.ts'

/** What every store of rooms must do. `open` gives the same rooms through a store that remembers nothing of its own. */
export function describeRoomStore(name: string, open: () => RoomStore): void {
  const hana = { officerId: randomUUID(), agencyId: randomUUID(), sessionId: randomUUID() }
  const pavel = { officerId: randomUUID(), agencyId: randomUUID(), sessionId: randomUUID() }
  const row = (roomId: string, byte: number, given: Partial<NewUpdate> = {}): NewUpdate => ({
    ...hana,
    roomId,
    update: Uint8Array.of(0, byte, 255),
    at: new Date('2026-03-01T08:00:00Z'),
    newAuthors: [],
    ...given,
  })

  describe(`a store of rooms: ${name}`, () => {
    test('[CO31] an unknown room is empty', async () => {
      const { snapshot, tail, authors } = await open().load(randomUUID())
      expect({ snapshot, tail: [...tail], authors: [...authors] }).toEqual({
        snapshot: undefined,
        tail: [],
        authors: [],
      })
    })

    test('[CO31] updates come back byte for byte and in the order of saving', async () => {
      const roomId = randomUUID()
      const bytes = Array.from({ length: 300 }, (_, i) => i % 256)
      await open().append(bytes.slice(0, 200).map((byte) => row(roomId, byte)))
      await open().append(bytes.slice(200).map((byte) => row(roomId, byte)))
      const { tail, position } = await open().load(roomId)
      expect(tail.map(({ update }) => update)).toEqual(bytes.map((byte) => Uint8Array.of(0, byte, 255)))
      expect(position).toBeGreaterThanOrEqual(300)
    })

    test('[CO31] rooms of one batch stay apart', async () => {
      const [first, second] = [randomUUID(), randomUUID()]
      await open().append([row(first, 1), row(second, 2), row(first, 3)])
      expect((await open().load(first)).tail.map(({ update }) => update[1])).toEqual([1, 3])
      expect((await open().load(second)).tail.map(({ update }) => update[1])).toEqual([2])
    })

    test('[CO31] numbers rise in the order of saving, over all rooms', async () => {
      const [first, second] = [randomUUID(), randomUUID()]
      const start = await open().append([row(first, 1), row(second, 2)])
      expect(await open().append([row(first, 3)])).toBeGreaterThanOrEqual(start + 2)
      expect((await open().load(second)).tail.map(({ seq }) => seq)).toEqual([start + 1])
      const [late] = await open().since([{ roomId: first, position: start }])
      expect([late?.roomId, late?.update[1], late?.officerId]).toEqual([first, 3, hana.officerId])
    })

    test('[CO38] a snapshot stands for everything up to its number, and the log stays whole', async () => {
      const roomId = randomUUID()
      const first = await open().append([row(roomId, 1), row(roomId, 2), row(roomId, 3)])
      await open().keepSnapshot(roomId, { upTo: first + 1, state: Uint8Array.of(0, 0) }, new Date())
      const { snapshot, tail } = await open().load(roomId)
      expect(snapshot).toEqual({ upTo: first + 1, state: Uint8Array.of(0, 0) })
      expect(tail.map(({ seq }) => seq)).toEqual([first + 2])
      expect(await open().since([{ roomId, position: 0 }])).toHaveLength(3)
    })

    test('[CO32] a client id stays with the officer who brought it', async () => {
      const roomId = randomUUID()
      await open().append([row(roomId, 1, { newAuthors: [7, 2 ** 40] })])
      const { officerId, agencyId } = hana
      const bound = { officerId, agencyId }
      expect([...(await open().load(roomId)).authors].sort()).toEqual([
        [2 ** 40, bound],
        [7, bound],
      ])
      await open().append([row(roomId, 2, { newAuthors: [7] })])
      expect((await open().load(roomId)).authors.size).toBe(2)
      expect((await open().load(randomUUID())).authors.size).toBe(0)
    })

    test('[CO32] a batch that gives away a client id is refused whole', async () => {
      const [roomId, other] = [randomUUID(), randomUUID()]
      await open().append([row(roomId, 1, { newAuthors: [7] })])
      const batch = [row(other, 2, { newAuthors: [9] }), row(roomId, 3, { ...pavel, newAuthors: [7] })]
      await expect(open().append(batch)).rejects.toThrow(AuthorTaken)
      expect((await open().load(other)).tail).toEqual([])
      expect((await open().load(other)).authors.size).toBe(0)
      expect((await open().load(roomId)).tail).toHaveLength(1)
    })
  })
}

import {
  applyUpdate,
  createDeleteSet,
  createDocFromSnapshot,
  createSnapshot,
  Doc,
  decodeUpdate,
  encodeStateAsUpdate,
  Skip,
  type Transaction,
} from 'yjs'
import { carriedIn } from './carried.ts'
import { ClockMap, type LetterId } from './clock-map.ts'

/** One update as it was saved: when, and by the connection of which officer. */
export type LogRow = {
  readonly seq: number
  readonly at: number
  readonly officerId: string
  readonly update: Uint8Array
}

export type Moment = { readonly seq: number; readonly at: number; readonly officerId: string }

/**
 * A section's whole log, replayed once and then followed: what the section said at any past moment, and which update
 * brought, took away or moved each letter. It only ever reads what was saved.
 */
export class Chronicle {
  readonly #doc = new Doc({ gc: false })
  readonly #moments: Moment[] = []
  readonly #births = new ClockMap<number>()
  readonly #deaths = new ClockMap<number>()
  readonly #origins = new ClockMap<LetterId>()
  readonly #heirs = new ClockMap<LetterId>()
  #brokenAt: number | undefined

  constructor() {
    this.#doc.on('afterTransaction', (transaction: Transaction) => this.#note(transaction))
  }

  get moments(): readonly Moment[] {
    return this.#moments
  }

  /** The first update that is no part of any document; the history ends before it. */
  get brokenAt(): number | undefined {
    return this.#brokenAt
  }

  get reached(): number {
    return this.#moments.at(-1)?.seq ?? 0
  }

  add({ update, ...moment }: LogRow): void {
    if (this.#brokenAt !== undefined) return
    const place = this.#moments.length
    try {
      const { structs } = decodeUpdate(update)
      this.#moments.push(moment)
      for (const { id, length } of structs.filter((struct) => !(struct instanceof Skip)))
        this.#births.add(id.client, id.clock, id.clock + length, () => place)
      applyUpdate(this.#doc, update)
    } catch {
      this.#moments.length = place
      this.#brokenAt = moment.seq
    }
  }

  /** The last moment that is not later than the number, as a place among all moments; -1 before the first. */
  placeOfSeq(seq: number): number {
    return lastNotAfter(this.#moments, ({ seq: each }) => each <= seq)
  }

  placeOfTime(at: number): number {
    return lastNotAfter(this.#moments, (moment) => moment.at <= at)
  }

  /** The document as it was at a moment, as one of its own: whoever reads it may tidy it. */
  documentAt(place: number): Doc {
    const then = new Doc()
    const isNow = place >= this.#moments.length - 1 && this.#brokenAt === undefined
    if (isNow) applyUpdate(then, encodeStateAsUpdate(this.#doc))
    else if (place >= 0 && this.#moments.length > 0)
      createDocFromSnapshot(this.#doc, this.#snapshotAt(Math.min(place, this.#moments.length - 1)), then)
    return then
  }

  /** The moment that brought a letter, by its place. */
  bornAt = (letter: LetterId): { readonly place: number; readonly left: number } => {
    const found = this.#births.at(letter)
    return found ? { place: found.value, left: found.to - letter.clock } : { place: 0, left: 1 }
  }

  /** The letter that somebody wrote first and that now stands here as this one. */
  originOf(letter: LetterId): { readonly letter: LetterId; readonly left: number; readonly isMoved: boolean } {
    const found = this.#origins.at(letter)
    if (!found) return { letter, left: this.#origins.nextFrom(letter) - letter.clock, isMoved: false }
    const letterThere = { client: found.value.client, clock: found.value.clock + letter.clock - found.from }
    return { letter: letterThere, left: found.to - letter.clock, isMoved: true }
  }

  /** The moment until `until` at which a letter was taken away for good, and not set anew elsewhere. */
  goneAt(letter: LetterId, until: number): number | undefined {
    let now = letter
    for (;;) {
      const died = this.#deaths.at(now)
      if (!died || died.value > until) return undefined
      const heir = this.#heirs.at(now)
      if (!heir) return died.value
      const next = { client: heir.value.client, clock: heir.value.clock + now.clock - heir.from }
      if (this.bornAt(next).place > until) return died.value
      now = next
    }
  }

  destroy(): void {
    this.#doc.destroy()
  }

  #note(transaction: Transaction): void {
    const place = this.#moments.length - 1
    for (const [client, items] of transaction.deleteSet.clients)
      for (const { clock, len } of items) this.#deaths.add(client, clock, clock + len, () => place)
    for (const { from, to, length } of carriedIn(transaction)) {
      const heirOf = (clock: number) => ({ client: to.client, clock: to.clock + clock - from.clock })
      this.#heirs.add(from.client, from.clock, from.clock + length, heirOf)
      for (let done = 0; done < length; ) {
        const origin = this.originOf({ client: from.client, clock: from.clock + done })
        const piece = Math.min(length - done, origin.left)
        const start = to.clock + done
        this.#origins.add(to.client, start, start + piece, (clock) => ({
          client: origin.letter.client,
          clock: origin.letter.clock + clock - start,
        }))
        done += piece
      }
    }
  }

  #snapshotAt(place: number) {
    const vector = new Map<number, number>()
    for (const [client, stretches] of this.#births.clients()) {
      let end = 0
      for (const { from, to, value } of stretches) {
        if (from !== end || value > place) break
        end = to
      }
      if (end > 0) vector.set(client, end)
    }
    const gone = createDeleteSet()
    for (const [client, stretches] of this.#deaths.clients()) {
      const items = stretches.flatMap(({ from, to, value }) =>
        value <= place ? [{ clock: from, len: to - from }] : [],
      )
      if (items.length) gone.clients.set(client, items)
    }
    return createSnapshot(gone, vector)
  }
}

function lastNotAfter(moments: readonly Moment[], holds: (moment: Moment) => boolean): number {
  let low = 0
  let high = moments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(moments[middle]!)) low = middle + 1
    else high = middle
  }
  return low - 1
}

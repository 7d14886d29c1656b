/** A letter of the shared document: Yjs counts what each client adds. */
export type LetterId = { readonly client: number; readonly clock: number }

/** A stretch of one client's letters; `to` is exclusive. */
export type Stretch<Value> = { readonly from: number; readonly to: number; readonly value: Value }

/** Something known of stretches of letters. What was said first of a letter stays. */
export class ClockMap<Value> {
  readonly #stretches = new Map<number, Stretch<Value>[]>()

  /** Says it of those letters of the stretch of which nothing was said yet. */
  add(client: number, from: number, to: number, value: (from: number) => Value): void {
    const known = this.#stretches.get(client) ?? []
    if (!known.length) this.#stretches.set(client, known)
    const last = known.at(-1)
    if (!last || last.to <= from) {
      known.push({ from, to, value: value(from) })
      return
    }
    let start = from
    let place = placeOf(known, from)
    while (start < to) {
      const next = known[place]
      if (next && next.from <= start) {
        start = Math.max(start, next.to)
        place++
        continue
      }
      const end = Math.min(to, next?.from ?? to)
      known.splice(place, 0, { from: start, to: end, value: value(start) })
      start = end
      place++
    }
  }

  at({ client, clock }: LetterId): Stretch<Value> | undefined {
    const known = this.#stretches.get(client)
    const found = known?.[placeOf(known, clock)]
    return found && found.from <= clock ? found : undefined
  }

  /** Where the next letter stands of which something is known, from this one on. */
  nextFrom({ client, clock }: LetterId): number {
    const known = this.#stretches.get(client) ?? []
    return known[placeOf(known, clock)]?.from ?? Number.MAX_SAFE_INTEGER
  }

  clients(): Iterable<readonly [client: number, stretches: readonly Stretch<Value>[]]> {
    return this.#stretches
  }
}

/** The first stretch that ends behind the clock. */
function placeOf(stretches: readonly Stretch<unknown>[], clock: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]!.to <= clock) low = middle + 1
    else high = middle
  }
  return low
}

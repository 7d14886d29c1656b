/** A set of whole numbers kept as runs, for clocks: mostly one run from zero, now and then an island beyond it. */
export class Ranges {
  /** from, to, from, to ... ascending, no two runs touching; `to` is exclusive. */
  readonly #bounds: number[] = []

  covers(from: number, to: number): boolean {
    const run = this.#firstEndingFrom(from + 1)
    return run < this.#bounds.length && this.#bounds[run]! <= from && this.#bounds[run + 1]! >= to
  }

  add(from: number, to: number): void {
    const first = this.#firstEndingFrom(from)
    let next = first
    let start = from
    let end = to
    while (next < this.#bounds.length && this.#bounds[next]! <= to) {
      start = Math.min(start, this.#bounds[next]!)
      end = Math.max(end, this.#bounds[next + 1]!)
      next += 2
    }
    if (next === first + 2) {
      this.#bounds[first] = start
      this.#bounds[first + 1] = end
    } else {
      this.#bounds.splice(first, next - first, start, end)
    }
  }

  /** Where the run that begins at zero ends; zero when there is none. */
  get fromZero(): number {
    return this.#bounds[0] === 0 ? this.#bounds[1]! : 0
  }

  /** Index of the first run whose end is at least `clock`. */
  #firstEndingFrom(clock: number): number {
    let low = 0
    let high = this.#bounds.length / 2
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#bounds[middle * 2 + 1]! < clock) low = middle + 1
      else high = middle
    }
    return low * 2
  }
}

export type Times = { readonly p50: number; readonly p95: number }

type Race = {
  readonly rounds: number
  readonly turns: number
  /** A round goes on until it has lasted this many milliseconds: a 95th percentile of few short turns is only its worst ones. */
  readonly lasting?: number
}

/**
 * Milliseconds of each contender. They take turns, so that whatever else the machine does meets them all alike; a figure
 * is the median of its rounds.
 */
export async function race<Name extends string>(
  contenders: Readonly<Record<Name, (turn: number) => Promise<unknown>>>,
  { rounds, turns, lasting = 0 }: Race,
): Promise<Record<Name, Times>> {
  const names = Object.keys(contenders) as Name[]
  const found = new Map<Name, Times[]>(names.map((name) => [name, []]))
  for (const name of names) for (let turn = 0; turn < 3; turn++) await contenders[name](turn)
  for (let round = 0; round < rounds; round++) {
    const times = new Map<Name, number[]>(names.map((name) => [name, []]))
    const began = performance.now()
    for (let turn = 0; turn < turns || performance.now() - began < lasting; turn++)
      for (const name of turn % 2 ? names.toReversed() : names) {
        const start = performance.now()
        await contenders[name](turn)
        times.get(name)?.push(performance.now() - start)
      }
    for (const name of names) found.get(name)?.push(percentiles(times.get(name)!))
  }
  return Object.fromEntries(
    names.map((name) => {
      const all = found.get(name)!
      return [name, { p50: median(all.map(({ p50 }) => p50)), p95: median(all.map(({ p95 }) => p95)) }]
    }),
  ) as Record<Name, Times>
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

const inOrder = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b)

function percentiles(times: readonly number[]): Times {
  const sorted = inOrder(times)
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) }
}

const median = (numbers: readonly number[]): number => at(inOrder(numbers), 0.5)

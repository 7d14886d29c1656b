/** Draws by lot, the same from the same seed (mulberry32). */
export function makeLots(seed: number) {
  let state = seed
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(fraction() * items.length)]!
  const some = <Item>(items: readonly Item[], chance = 0.5): Item[] => items.filter(() => fraction() < chance)
  return { fraction, oneOf, some, isDrawn: (chance: number) => fraction() < chance }
}

export type Lots = ReturnType<typeof makeLots>

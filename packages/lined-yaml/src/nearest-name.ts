/** `unknown role clark; did you mean clerk?`: a word that is not known, and the known one it was probably meant to be. */
export function unknownName(what: string, name: string, known: readonly string[], where = ''): string {
  const close = known
    .map((word) => ({ word, distance: distanceOf(name, word) }))
    .filter(({ distance }) => distance <= Math.max(1, name.length / 3))
    .toSorted((a, b) => a.distance - b.distance)[0]
  return `unknown ${what} ${name}${where}${close ? `; did you mean ${close.word}?` : ''}`
}

/** How many letters have to be put in, left out or changed. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, facing] of [...other].entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === facing ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

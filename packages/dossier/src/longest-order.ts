/** Of numbers in some order, the places of as many as can stay where they are: the longest rising sequence. */
export function longestOrder(numbers: readonly number[]): number[] {
  const ends: number[] = []
  const before: number[] = []
  for (const [place, number] of numbers.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[ends[middle]!]! < number) low = middle + 1
      else high = middle
    }
    before.push(ends[low - 1] ?? -1)
    ends[low] = place
  }
  const kept: number[] = []
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place]!) kept.push(place)
  return kept.reverse()
}

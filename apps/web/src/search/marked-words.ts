/** A text in pieces, of which those that are the phrase are to be marked, in upper or lower case. */
export function markedWords(text: string, phrase: string): { readonly text: string; readonly isMarked: boolean }[] {
  const pieces: { text: string; isMarked: boolean }[] = []
  const [low, wanted] = [text.toLowerCase(), phrase.toLowerCase()]
  let at = 0
  // Letters that change their length with their case would shift the places, so nothing is marked among them.
  if (wanted !== '' && low.length === text.length)
    for (let hit = low.indexOf(wanted); hit >= 0; hit = low.indexOf(wanted, at)) {
      if (hit > at) pieces.push({ text: text.slice(at, hit), isMarked: false })
      at = hit + wanted.length
      pieces.push({ text: text.slice(hit, at), isMarked: true })
    }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false })
  return pieces
}

const before = 24
const after = 60

/** The words around the first place where a text says the phrase, as it is written there. */
export function snippetOf(text: string, phrase: string): string {
  const at = text.toLowerCase().indexOf(phrase.toLowerCase())
  if (at < 0) return ''
  const characters = [...text.slice(0, at)].length
  const all = [...text]
  const from = Math.max(0, characters - before)
  const until = Math.min(all.length, characters + [...phrase].length + after)
  const words = all.slice(from, until).join('').replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '…' : ''}${words}${until < all.length ? '…' : ''}`
}

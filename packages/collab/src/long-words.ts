/** Cuts words into parts that a channel with a limit can carry, and puts together what another process cut. */
export function createLongWords(maxBytes: number) {
  const begun = new Map<string, string[]>()
  let made = 0

  return {
    cut(server: string, words: string): string[] {
      if (Buffer.byteLength(words) <= maxBytes) return [`. ${words}`]
      made += 1
      // A character of JSON takes at most four bytes, so a quarter of the limit always fits.
      const parts = words.match(new RegExp(`[^]{1,${Math.floor(maxBytes / 4)}}`, 'gu')) ?? []
      return parts.map((part, i) => `${server}/${made}/${parts.length - i - 1} ${part}`)
    },
    /** The whole words once their last part is here. */
    join(part: string): string | undefined {
      const space = part.indexOf(' ')
      const [head, body] = [part.slice(0, space), part.slice(space + 1)]
      if (head === '.') return body
      const [server = '', id = '', left] = head.split('/')
      const parts = [...(begun.get(server + id) ?? []), body]
      if (left !== '0') {
        begun.set(server + id, parts)
        return undefined
      }
      begun.delete(server + id)
      return parts.join('')
    },
  }
}

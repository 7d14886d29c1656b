/** A player asks for a file part by part for as long as it is watched. */
const pauseMs = 10 * 60_000
const mostKept = 10_000

/**
 * Tells the first part of a look at a file from those that follow it. A look is one session's; it begins with the first
 * byte, and anew after a pause. Whoever asks for the middle of a file first has begun one all the same.
 */
export function makeLooks(now: () => number = Date.now) {
  const lastPart = new Map<string, number>()
  return {
    begins(look: readonly string[], start: number): boolean {
      const key = look.join(' ')
      const last = lastPart.get(key)
      lastPart.delete(key)
      lastPart.set(key, now())
      if (lastPart.size > mostKept) lastPart.delete(lastPart.keys().next().value!)
      return start === 0 || last === undefined || now() - last > pauseMs
    },
  }
}

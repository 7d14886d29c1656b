/** Beijing keeps one offset all the year. */
const offset = 8 * 3600_000

/** A minute on the wall in Beijing as it is typed, as an instant; nothing where there is no such minute. */
export function typedInstant(text: string): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(text.trim())
  if (!found) return undefined
  const at = new Date(`${found[1]}T${found[2]}:00+08:00`)
  return Number.isNaN(at.getTime()) || asTyped(at) !== `${found[1]} ${found[2]}` ? undefined : at.toISOString()
}

export const nowAsTyped = (now = new Date()): string => asTyped(now)

const asTyped = (at: Date): string => new Date(at.getTime() + offset).toISOString().slice(0, 16).replace('T', ' ')

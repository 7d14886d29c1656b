/** An id that no rule has yet, made from that of the rule which is copied. */
export function freeId(id: string, taken: readonly string[]): string {
  const made = (n: number) => `${id}-NEW${n > 1 ? `-${n}` : ''}`
  let n = 1
  while (taken.includes(made(n))) n++
  return made(n)
}

/** The rule as it was typed under another id, where the id stands as rule files have it. */
export const renamed = (text: string, from: string, to: string): string =>
  text
    .split('\n')
    .map((line) => (line === `- id: ${from}` ? `- id: ${to}` : line))
    .join('\n')

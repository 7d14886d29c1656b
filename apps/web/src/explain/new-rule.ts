/** An id that no rule has yet, made from that of the rule which is copied. */
export function freeId(id: string, taken: readonly string[]): string {
  const made = (n: number) => `${id}-NEW${n > 1 ? `-${n}` : ''}`
  let n = 1
  while (taken.includes(made(n))) n++
  return made(n)
}

/** A rule of nobody's, to be written over: handlers of the agency that the record belongs to may read it. */
export const blankRule = (kind: string, owner: string, taken: readonly string[]): string =>
  [
    `- id: ${freeId(kind.toUpperCase(), taken)}`,
    '  roles: [handler]',
    '  action: read',
    `  subject: ${kind}`,
    `  when: { ${owner}: $officer.agencyId }`,
    '  because: { zh: 理由。, en: The reason. }',
    '',
  ].join('\n')

/** The rule as it was typed under another id, where the id stands as rule files have it. */
export const renamed = (text: string, from: string, to: string): string =>
  text
    .split('\n')
    .map((line) => (line === `- id: ${from}` ? `- id: ${to}` : line))
    .join('\n')

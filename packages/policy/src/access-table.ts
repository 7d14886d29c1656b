import type { Asked } from './asked.ts'
import type { Officer } from './officer.ts'
import type { Policy } from './policy.ts'

export type AccessTable = {
  readonly policy: Pick<Policy, 'allows'>
  readonly personas: readonly { readonly name: string; readonly officer: Officer }[]
  readonly rows: readonly { readonly name: string; readonly subject: string; readonly row: object }[]
  readonly actionsOf: (subject: string) => readonly string[]
  /** What everybody states with the question. */
  readonly asked?: Asked
}

/** Who may do what with which row, as text to commit: one block a row, one line a persona, one column an action. */
export function formatAccessTable({ policy, personas, rows, actionsOf, asked }: AccessTable): string {
  const blocks = rows.map(({ name, subject, row }) => {
    const actions = actionsOf(subject)
    const lines = personas.map((persona) => [
      persona.name,
      ...actions.map((action) => policy.allows(persona.officer, action, subject, row, asked)?.rule ?? '-'),
    ])
    return `${subject}: ${name}\n${aligned([['', ...actions], ...lines])}`
  })
  return `${blocks.join('\n\n')}\n`
}

function aligned(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => width(line[column] ?? '')))) ?? []
  return lines
    .map((line) => line.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  '))
    .map((line) => `  ${line}`.trimEnd())
    .join('\n')
}

/** Columns on a screen: a Chinese character takes two. */
const width = (text: string): number => text.replace(/[\u1100-\uffdc]/gu, '00').length

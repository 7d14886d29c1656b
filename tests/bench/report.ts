import type { Measured, Row } from './measurement.ts'

/** Each row one JSON object a line, the last line the summary. */
export const asJson = (all: readonly Measured[]): string =>
  [...all.flatMap(({ rows }) => rows), summaryOf(all)].map((line) => `${JSON.stringify(line)}\n`).join('')

/** Tables for people: rows that have the same columns stand under one head. */
export function asTables(all: readonly Measured[]): string {
  const kinds = Map.groupBy(
    all.flatMap(({ rows }) => rows),
    (row) => Object.keys(row).join(),
  )
  const tables = [...kinds.values()].map(table)
  return `${[...tables, table([summaryOf(all)])].join('\n\n')}\n`
}

const summaryOf = (all: readonly Measured[]): Row => Object.assign({}, ...all.map(({ summary }) => summary))

function table(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {})
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name])))]
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A figure with as many digits as mean something. */
export const rounded = (figure: number): number => Number(figure.toPrecision(3))

import type { Choice } from './outcomes.ts'

type Cell = Readonly<Record<string, readonly string[]>>

/** The same choices in as few words as may be: `label public or internal, code any, state recorded`, one line a product. */
export function foldChoices(choices: readonly Choice[], dimensions: Cell): string[] {
  let cells = choices.map((choice): Cell => Object.fromEntries(Object.entries(choice).map(([k, v]) => [k, [v]])))
  for (const name of Object.keys(dimensions)) cells = joined(cells, name)
  return cells.map((cell) =>
    Object.keys(dimensions)
      .map((name) => words(name, cell[name]!, dimensions[name]!))
      .join(', '),
  )
}

/** Cells that differ in this one dimension only become one. */
function joined(cells: readonly Cell[], name: string): Cell[] {
  const groups = new Map<string, Cell>()
  for (const cell of cells) {
    const key = JSON.stringify({ ...cell, [name]: [] })
    groups.set(key, { ...cell, [name]: [...(groups.get(key)?.[name] ?? []), ...cell[name]!] })
  }
  return [...groups.values()]
}

const words = (name: string, values: readonly string[], all: readonly string[]): string =>
  `${name} ${values.length === all.length && all.length > 1 ? 'any' : values.join(' or ')}`

const most = 50

type Named = { readonly id: string; readonly number: number; readonly name: string }

/** The first items that a few typed letters mean: a number whole, or part of a name; the one that was chosen before always. */
export function matching<Item extends Named>(items: readonly Item[], typed: string, chosen?: string): Item[] {
  const wanted = typed.trim().toLowerCase()
  const number = Number(wanted.replace(/^(证|e)/, ''))
  const fits = ({ name, number: own }: Item) => wanted === '' || own === number || name.toLowerCase().includes(wanted)
  const first = items.filter(({ id }) => id === chosen)
  return [...first, ...items.filter((item) => item.id !== chosen && fits(item))].slice(0, most)
}

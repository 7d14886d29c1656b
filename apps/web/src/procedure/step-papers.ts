type Paper = { readonly id: string; readonly words: { readonly zh: string; readonly en: string } }
type Gate = { readonly paper: Paper; readonly if: string | null; readonly fromFen: number | null }
type Move = { readonly papers: readonly Paper[]; readonly gates: readonly Gate[] }

/** Yuan as typed, in fen; group separators are accepted. Nothing where it is no amount. */
export function fenOf(text: string): number | undefined {
  const plain = text.replace(/[,，\s]/g, '')
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined
}

/** The papers that the step asks for in these circumstances; an amount that nobody entered counts as reached. */
export function papersAsked(
  { papers, gates }: Move,
  { flags, fen }: { readonly flags: readonly string[]; readonly fen: number | undefined },
): Paper[] {
  const isOpen = (gate: Gate) => (gate.if ? flags.includes(gate.if) : fen === undefined || fen >= (gate.fromFen ?? 0))
  const all = [...papers, ...gates.filter(isOpen).map(({ paper }) => paper)]
  return all.filter(({ id }, place) => all.findIndex((other) => other.id === id) === place)
}

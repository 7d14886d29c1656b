/** One line of a bench's table. */
export type Row = Readonly<Record<string, string | number>>

/** What a measurement found: lines for people, and keys for the summary, each a number that a target is set for. */
export type Measured = { readonly rows: readonly Row[]; readonly summary: Readonly<Record<string, number>> }

export type BenchOptions = {
  /** 1 is the whole size; less is for trying out. */
  readonly scale: number
  /** How often every contender has its turn in a round, and how many rounds there are. */
  readonly turns: number
  readonly rounds: number
  /** Where what was generated is kept for the next run; a folder of the repository unless said. */
  readonly keptIn?: string
  readonly say: (progress: string) => void
}

/** A bench: what `pnpm bench NAME` runs. */
export type Bench = (options: BenchOptions) => Promise<readonly Measured[]>

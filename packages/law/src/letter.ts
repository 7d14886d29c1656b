import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { Words } from './citation.ts'
import { handoffSides } from './handoff-rule.ts'
import type { Handoffs } from './handoffs.ts'
import type { Tracks } from './tracks.ts'

/** What the text of a letter may be filled in with. */
const blanks = [
  'letter',
  'number',
  'sent',
  'date',
  'officer',
  'digest',
  'count',
  'reasons',
  'note',
  'named',
  'move',
  'sender',
  'receiver',
] as const
type Blank = (typeof blanks)[number]

const Code = z.string().regex(/^[a-z_]+$/)
const Line = z
  .string()
  .min(1)
  .refine((text) => [...text.matchAll(/\{([^}]*)\}/g)].every(([, name]) => blanks.some((blank) => blank === name)), {
    error: `a blank is one of ${blanks.join(', ')}`,
  })

/** A letter that is made from a receipt: after which moves, to whom, in which words. */
const Letter = z.strictObject({
  id: Code,
  words: Words,
  after: z.array(Code).min(1),
  to: z.enum(handoffSides),
  /** The paper of the move whose number it bears. */
  number: Code.optional(),
  body: z.array(Line).min(1),
})
export type Letter = z.infer<typeof Letter>

/** The lines of a letter with every blank filled in. */
export const filledIn = ({ body }: Letter, values: Readonly<Record<Blank, string>>): string[] =>
  body.map((line) => line.replaceAll(/\{([a-z]+)\}/g, (_, name: Blank) => values[name]))

type Known = { readonly handoffs: Handoffs | undefined; readonly tracks: Tracks | undefined }

/** Reads the letters; one after an unknown move, or with the number of an unknown paper, is noted by line. */
export function readLetters(yaml: LinedYaml, { handoffs, tracks }: Known): readonly Letter[] | undefined {
  if (!handoffs || !tracks) return undefined
  const moves = Object.values(handoffs).flatMap(({ table }) => table.moves.map(({ id }) => id))
  const papers = Object.keys(tracks.receipts)
  return (yaml.list(yaml.root, 'the letters') ?? []).flatMap((node) => {
    const letter = yaml.checked(node, 'a letter', Letter)
    const stray = letter?.after.find((move) => !moves.includes(move))
    if (stray) yaml.refuse(node, unknownName('move', stray, moves))
    if (letter?.number && !papers.includes(letter.number))
      yaml.refuse(node, unknownName('receipt', letter.number, papers))
    return letter ?? []
  })
}

/** The letters that a move makes. */
export const lettersOf = ({ letters }: { readonly letters: readonly Letter[] }, move: string): readonly Letter[] =>
  letters.filter(({ after }) => after.includes(move))

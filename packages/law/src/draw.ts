import { canonicalJson } from '@lianban/kernel'
import { digestOf, sha256Hex } from '@lianban/kernel/digest'
import { z } from 'zod'

const DrawLine = z.strictObject({ id: z.string(), agency: z.string(), rule: z.string(), number: z.string() })
/** One of those among whom is drawn, by what everybody who may see it can name it by. */
export type DrawLine = Readonly<z.infer<typeof DrawLine>>

/** What is published of a draw: with it anybody works out the same sample. */
export const PublishedDraw = z.strictObject({
  commitment: z.string(),
  population: z.array(DrawLine).readonly(),
  populationDigest: z.string(),
  seed: z.string(),
  word: z.string(),
  size: z.int().positive(),
  sample: z.array(z.string()).readonly(),
})
export type PublishedDraw = Readonly<z.infer<typeof PublishedDraw>>

/** Said before anything else is known: a seed that fits it cannot be chosen afterwards. */
export const commitmentOf = (seed: string): string => sha256Hex(`lianban-draw-seed:${seed}`)

/** The order does not matter: the lines are sorted by id first. */
export const populationDigestOf = (lines: readonly DrawLine[]): string =>
  digestOf(lines.map(({ id, agency, rule, number }) => ({ id, agency, rule, number })).toSorted(byId))

/**
 * Each line has a ticket made of the seed, the frozen population, the procurator's word and its own id; the smallest
 * tickets are drawn. The seed was bound before the population, and the population before the word.
 */
export function sampleOf(
  lines: readonly DrawLine[],
  { seed, word, size }: { readonly seed: string; readonly word: string; readonly size: number },
): string[] {
  const population = populationDigestOf(lines)
  return lines
    .map(({ id }) => ({ id, ticket: sha256Hex(canonicalJson({ seed, population, word: word.trim(), id })) }))
    .toSorted((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
    .slice(0, size)
    .map(({ id }) => id)
}

export const drawFlaws = ['commitment', 'population', 'sample'] as const
export type DrawFlaw = (typeof drawFlaws)[number]

/** What of a published draw does not hold; nothing where all of it does. */
export function flawsOfDraw(draw: PublishedDraw): DrawFlaw[] {
  const { commitment, population, populationDigest, seed, sample } = draw
  const holds: Record<DrawFlaw, boolean> = {
    commitment: commitmentOf(seed) === commitment,
    population:
      populationDigestOf(population) === populationDigest &&
      new Set(population.map(({ id }) => id)).size === population.length,
    sample: canonicalJson(sampleOf(population, draw)) === canonicalJson([...sample]),
  }
  return drawFlaws.filter((flaw) => !holds[flaw])
}

const byId = (a: DrawLine, b: DrawLine): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

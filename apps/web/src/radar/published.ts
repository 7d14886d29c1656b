import type { RadarDraw } from '../app/api-types.ts'

/** What is published of a draw that is over, as the command line reads it. */
export function publishedDraw({ commitment, population, populationDigest, size, result }: RadarDraw) {
  if (!population || !populationDigest || !result) return undefined
  const { seed, word, sample } = result
  return { commitment, population, populationDigest, seed, word, size, sample }
}

/** The lines that were drawn, in the order of their tickets. */
export const drawnLines = ({ population, result }: RadarDraw) =>
  (result?.sample ?? []).flatMap((id) => population?.find((line) => line.id === id) ?? [])

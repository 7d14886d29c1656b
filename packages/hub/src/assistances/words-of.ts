import type { Sentence } from '@lianban/kernel'
import { type Citation, citationWords, type Law } from '@lianban/law'

const asked: Sentence = { zh: '提出协查', en: 'asked' }

/** What the codes of a request are called in the law. */
export const wordsOf = (law: Law) => ({
  move: (id: string): Sentence => law.assistance.moves.find((move) => move.id === id)?.words ?? asked,
  paper: (id: string): Sentence => law.assistance.papers[id] ?? { zh: id, en: id },
  ground: (id: string) => {
    const { words, basis } = law.assistance.grounds[id]!
    return { words, basis: basis.map((each) => citationWords(law.laws, each)) }
  },
  letters: (move: string) =>
    law.assistance.letters.filter(({ after }) => after.includes(move)).map(({ id, words }) => ({ id, words })),
  basis: (cited: readonly Citation[]) => cited.map((each) => citationWords(law.laws, each)),
})

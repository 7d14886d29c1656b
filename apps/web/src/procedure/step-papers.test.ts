import { expect, test } from 'vitest'
import { fenOf, papersAsked } from './step-papers.ts'

const paper = (id: string) => ({ id, words: { zh: id, en: id } })
const review = {
  papers: [paper('report')],
  gates: [
    { paper: paper('legal_review'), if: 'needs_legal_review', fromFen: null },
    { paper: paper('deliberation'), if: 'is_grave', fromFen: null },
    { paper: paper('deliberation'), if: null, fromFen: 5_000_000 },
  ],
}
const asked = (flags: string[], fen?: number) => papersAsked(review, { flags, fen }).map(({ id }) => id)

test('[WE482] a step asks for its papers, and for more by circumstance and amount, each once', () => {
  expect(asked([], 4_999_999)).toEqual(['report'])
  expect(asked([], 5_000_000)).toEqual(['report', 'deliberation'])
  expect(asked(['is_grave', 'needs_legal_review'], 5_000_000)).toEqual(['report', 'legal_review', 'deliberation'])
})

test('[WE482] an amount that nobody entered counts as reached', () => {
  expect(asked([])).toEqual(['report', 'deliberation'])
})

test('[WE482] an amount is read in yuan and never guessed', () => {
  expect([fenOf('50,000'), fenOf('0.05'), fenOf('5万'), fenOf('-1'), fenOf('')]).toEqual([
    5_000_000,
    5,
    undefined,
    undefined,
    undefined,
  ])
})

import { describe, expect, test } from 'vitest'
import { type AuthoredPassage, authoredLetters, isChosen, sharesIn } from './authored-letters.ts'

const run = (client: number, clock: number, at: number, text: string) => ({ client, clock, at, text, marks: {} })
const block = (...runs: ReturnType<typeof run>[]) => ({
  client: 9,
  clock: 0,
  type: 'paragraph',
  attrs: {},
  within: [],
  runs,
})
const passage = (client: number, clock: number, length: number, person: number, at = 1000): AuthoredPassage => ({
  client,
  clock,
  length,
  person,
  firstAt: at,
  lastAt: at,
})

describe('letters of an open page', () => {
  test('[WE420] each letter is told by its number, wherever it stands by now', () => {
    const blocks = [block(run(1, 10, 1, '扣押'), run(2, 0, 3, '三百'), run(1, 12, 5, '条'))]
    const found = authoredLetters(blocks, [passage(2, 0, 2, 7), passage(1, 10, 3, 4)])
    expect(found.map(({ from, to, passage: told }) => [from, to, told?.person])).toEqual([
      [1, 3, 4],
      [3, 5, 7],
      [5, 6, 4],
    ])
  })

  test('[WE420] what was typed since the hub was asked belongs to nobody yet', () => {
    const blocks = [block(run(1, 10, 1, '扣押卷烟'))]
    const found = authoredLetters(blocks, [passage(1, 11, 1, 4)])
    expect(found.map(({ from, to, passage: told }) => [from, to, told?.person])).toEqual([
      [1, 2, undefined],
      [2, 3, 4],
      [3, 5, undefined],
    ])
  })
})

describe('a selection', () => {
  test('[WE421] selected words are told by person with the letters and the times of each', () => {
    const authored = [
      { from: 1, to: 4, passage: passage(1, 0, 3, 0, 1000) },
      { from: 4, to: 6, passage: { ...passage(2, 0, 2, 1, 2000), moved: { person: 3, at: 9 } } },
      { from: 6, to: 9, passage: passage(1, 3, 3, 0, 5000) },
    ]
    expect(sharesIn(authored, 2, 7)).toEqual([
      { person: 0, letters: 3, firstAt: 1000, lastAt: 5000, movers: [] },
      { person: 1, letters: 2, firstAt: 2000, lastAt: 2000, movers: [3] },
    ])
    expect(sharesIn(authored, 20, 30)).toEqual([])
  })
})

describe('the filter', () => {
  const none = { hiddenAgencies: new Set<string>(), since: undefined, until: undefined }
  test('[WE422] words of a hidden agency or of outside the period step back', () => {
    const words = passage(1, 0, 1, 0, 5000)
    expect(isChosen(words, 'bj', none)).toBe(true)
    expect(isChosen(words, 'bj', { ...none, hiddenAgencies: new Set(['bj']) })).toBe(false)
    expect(isChosen(words, 'bj', { ...none, since: 5000, until: 5001 })).toBe(true)
    expect(isChosen(words, 'bj', { ...none, since: 5001 })).toBe(false)
    expect(isChosen(words, 'bj', { ...none, until: 5000 })).toBe(false)
  })
})

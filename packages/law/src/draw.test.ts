import { digestOf } from '@lianban/kernel/digest'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitmentOf, type DrawLine, flawsOfDraw, populationDigestOf, sampleOf } from './draw.ts'

const line = (id: string): DrawLine => ({ id, agency: '市烟草局', rule: 'NT-EDGE', number: `${id}号` })
const lines = Array.from({ length: 40 }, (_, i) => line(`case ${i}`))
const seeds = fc.stringMatching(/^[0-9a-f]{64}$/)
const words = fc.string({ minLength: 1, maxLength: 20 }).filter((word) => word.trim() !== '')

test('[LA104] the published values give everybody the same sample, in whatever order the population is listed', () => {
  fc.assert(
    fc.property(seeds, words, fc.integer({ min: 1, max: 45 }), fc.integer(), (seed, word, size, order) => {
      const shuffled = lines.toSorted((a, b) => (digestOf([a.id, order]) < digestOf([b.id, order]) ? -1 : 1))
      const sample = sampleOf(lines, { seed, word, size })
      expect(sampleOf(shuffled, { seed, word: ` ${word} `, size })).toEqual(sample)
      expect(new Set(sample).size).toBe(Math.min(size, lines.length))
    }),
  )
})

test('[LA105] neither the seed alone nor the word alone says what is drawn', () => {
  fc.assert(
    fc.property(seeds, seeds, words, words, (one, other, first, second) => {
      fc.pre(one !== other && first.trim() !== second.trim())
      const drawn = (seed: string, word: string) => sampleOf(lines, { seed, word, size: 20 }).join()
      expect(drawn(one, first)).not.toBe(drawn(other, first))
      expect(drawn(one, first)).not.toBe(drawn(one, second))
    }),
  )
})

test('[LA105] over many words every line is drawn about as often, whatever the seed', () => {
  const times = new Map<string, number>()
  for (let i = 0; i < 2000; i++)
    for (const id of sampleOf(lines, { seed: 'a'.repeat(64), word: `word ${i}`, size: 4 }))
      times.set(id, (times.get(id) ?? 0) + 1)
  // 200 each is expected; the standard deviation is below 14.
  for (const { id } of lines) expect(Math.abs((times.get(id) ?? 0) - 200)).toBeLessThan(70)
})

test('[LA106] a seed, a population, a word or a sample that was changed afterwards is found out', () => {
  const [seed, word, size] = ['5e'.repeat(32), '春风', 3]
  const draw = {
    commitment: commitmentOf(seed),
    population: lines,
    populationDigest: populationDigestOf(lines),
    seed,
    word,
    size,
    sample: sampleOf(lines, { seed, word, size }),
  }
  expect(flawsOfDraw(draw)).toEqual([])
  expect(flawsOfDraw({ ...draw, seed: '5f'.repeat(32) })).toContain('commitment')
  expect(flawsOfDraw({ ...draw, word: '秋雨' })).toEqual(['sample'])
  expect(flawsOfDraw({ ...draw, population: lines.slice(1) })).toContain('population')
  expect(flawsOfDraw({ ...draw, population: [...lines, lines[0]!] })).toContain('population')
  expect(flawsOfDraw({ ...draw, population: lines.with(0, { ...lines[0]!, number: '另号' }) })).toContain('population')
  expect(flawsOfDraw({ ...draw, sample: draw.sample.toReversed() })).toEqual(['sample'])
})

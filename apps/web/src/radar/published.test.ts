import { expect, test } from 'vitest'
import type { RadarDraw } from '../app/api-types.ts'
import { drawSize } from './draw-size.ts'
import { drawnLines, publishedDraw } from './published.ts'

const line = (id: string) => ({ id, agency: '市局', rule: 'NT-EDGE', number: `${id}号` })
const draw = {
  commitment: 'c',
  population: [line('a'), line('b'), line('c')],
  populationDigest: 'd',
  size: 2,
  result: { seed: 's', word: '春风', sample: ['c', 'a'], drawnAt: '2026-03-02T00:00:00Z' },
} as unknown as RadarDraw

test('[WE540] nothing is published of a draw that is not over, and all of it of one that is', () => {
  expect(publishedDraw({ ...draw, result: null })).toBeUndefined()
  expect(publishedDraw(draw)).toEqual({
    commitment: 'c',
    population: draw.population,
    populationDigest: 'd',
    seed: 's',
    word: '春风',
    size: 2,
    sample: ['c', 'a'],
  })
})

test('[WE541] what was drawn is shown in the order in which it was drawn', () => {
  expect(drawnLines(draw).map(({ number }) => number)).toEqual(['c号', 'a号'])
  expect(drawnLines({ ...draw, result: null })).toEqual([])
})

test('[WE542] a sample is a whole number from one to a thousand', () => {
  expect(['1', ' 1000 ', '0', '1001', '2.5', '', '三', '-1'].map(drawSize)).toEqual([
    1,
    1000,
    ...Array.from({ length: 6 }, () => undefined),
  ])
})

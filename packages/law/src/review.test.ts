import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ourLaw, ourLawFolder } from './a-law.ts'
import { LawFileError, readLaw } from './load-law.ts'
import { countedAs, isMarkable, reviewedAs, reviewTold } from './review.ts'
import { runReviewExamples } from './review-examples.ts'

const textOf = (name: string) => readFileSync(join(ourLawFolder, name), 'utf8')

test('[LA137] every worked example holds, and a reason or an outcome that no example is about is told', () => {
  const examples = textOf('review.examples.yaml')
  const told = (text: string) => runReviewExamples(ourLaw, { file: 'r.yaml', text }).problems.map(({ what }) => what)
  expect(told(examples)).toEqual([])
  expect(told(examples.replace(/.*outcome: curable, reason: list_unsigned.*\n/, ''))).toEqual([
    'list_unsigned curable has no example that holds',
  ])
  expect(told(examples.replace('reason: tampered, may: true', 'reason: tampered, may: false'))).toEqual([
    'expected false, found true',
    'tampered excluded has no example that holds',
  ])
  expect(told(examples.replace(/.*comes: accepted.*\n/, ''))).toEqual(['accepted has no example that holds'])
  expect(told(examples.replace('unchecked: "yes"', 'unchecked: unchecked'))[0]).toBe(
    'expected unchecked to count as unchecked, found yes',
  )
})

test('[LA138] a doubt names a reason of its property that carries it, and what is accepted names none', () => {
  const may = (
    property: 'legality' | 'relevance',
    outcome: 'accepted' | 'curable' | 'excluded',
    reason: string | null,
  ) => isMarkable(ourLaw.review, { property, outcome, reason })
  expect(may('legality', 'excluded', 'illegal_means')).toBe(true)
  expect(may('legality', 'curable', 'illegal_means')).toBe(false)
  expect(may('relevance', 'excluded', 'illegal_means')).toBe(false)
  expect(may('legality', 'accepted', 'illegal_means')).toBe(false)
  expect([may('legality', 'accepted', null), may('legality', 'curable', null)]).toEqual([true, false])
  const reason = reviewTold(ourLaw).reasons.find(({ id }) => id === 'illegal_means')!
  expect(reason.basis.map(({ zh }) => zh)).toEqual(['《刑事诉讼法》第56条', '《人民检察院刑事诉讼规则》第341条'])
})

describe('an item', () => {
  test('[LA139] comes to the gravest of its marks, and is accepted once all three are', () => {
    expect(reviewedAs({ authenticity: 'accepted', legality: 'accepted' })).toBeUndefined()
    expect(reviewedAs({ authenticity: 'accepted', legality: 'accepted', relevance: 'accepted' })).toBe('accepted')
    expect(reviewedAs({ authenticity: 'curable', legality: 'excluded' })).toBe('excluded')
  })

  test('[LA139] counts as it was marked, unless it waits to be taken anew or was replaced', () => {
    expect(countedAs('unchecked', 'accepted')).toBe('yes')
    expect(countedAs('yes', 'excluded')).toBe('excluded')
    expect([countedAs('unconverted', 'accepted'), countedAs('unconverted', 'curable')]).toEqual([
      'unconverted',
      'unconverted',
    ])
    expect([countedAs('replaced', 'excluded'), countedAs('curable', undefined)]).toEqual(['replaced', 'curable'])
  })
})

test.each([
  ['an unknown law', 'law: edata_opinion', 'law: edata_opinions', 'unknown law'],
  ['an id that stands twice', '- id: no_record', '- id: no_power', 'no_power is the id of two'],
  ['a property without reasons', 'property: relevance', 'property: legality', 'relevance'],
  ['an outcome of a doubt that is none', 'outcomes: [curable]', 'outcomes: [accepted]', 'expected one of'],
])('[LA140] %s in the rules of a review is refused', (_what, now, then, problem) => {
  const read = (name: string) => ({
    file: `${name}.yaml`,
    text: name === 'review' ? textOf('review.yaml').replaceAll(now, then) : textOf(`${name}.yaml`),
  })
  expect(textOf('review.yaml')).toContain(now)
  expect(() => readLaw(read)).toThrow(LawFileError)
  expect(() => readLaw(read)).toThrow(problem)
})

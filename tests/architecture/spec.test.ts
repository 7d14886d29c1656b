import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesLike, textOf } from './source-files.ts'
import { testTitles } from './test-titles.ts'

const specs = filesLike('{packages,apps,tests}/**/SPEC.md').map((file) => ({
  file,
  rules: [...textOf(file).matchAll(/^- \*\*([A-Z]{2}\d+)\*\* \S.*$/gm)].map(([, number]) => number!),
}))
const rules = specs.flatMap((spec) => spec.rules)

/** A story is told step by step, in the order of the story; its steps stand on rules that have tests of their own. */
const isStory = (file: string): boolean => /^tests\/(journeys|browser)\//.test(file)

const numbersOf = (title: string): string[] =>
  [...(/^(\[[A-Z]{2}\d+\])+ /.exec(title)?.[0] ?? '').matchAll(/[A-Z]{2}\d+/g)].map(([number]) => number)

const twice = (all: readonly string[]): string[] => [...new Set(all.filter((one, i) => all.indexOf(one) !== i))]

describe('the specifications', () => {
  test.each(filesLike('{packages,apps}/*/package.json').map(dirname))('[AC1] %s states its rules', (folder) => {
    expect(specs.some(({ file, rules: own }) => file.startsWith(`${folder}/`) && own.length > 0)).toBe(true)
  })

  test('[AC1] a rule has a number of its own, and a specification one prefix', () => {
    expect(twice(rules)).toEqual([])
    expect(specs.filter((spec) => new Set(spec.rules.map((number) => number.slice(0, 2))).size !== 1)).toEqual([])
  })

  test('[AC2] every rule has a test that names it', () => {
    const tested = new Set(testTitles.flatMap(({ text }) => numbersOf(text)))
    expect(rules.filter((number) => !tested.has(number))).toEqual([])
  })

  test('[AC2] every test begins with the number of a rule that exists', () => {
    const strays = testTitles.filter(({ file, text }) => {
      if (isStory(file)) return false
      const numbers = numbersOf(text)
      return numbers.length === 0 || numbers.some((number) => !rules.includes(number))
    })
    expect(strays.map(({ file, text }) => `${file}: ${text}`)).toEqual([])
  })

  test('[AC3] no two tests of a file have the same title', () => {
    expect(twice(testTitles.map(({ file, text }) => `${file}: ${text}`))).toEqual([])
  })
})

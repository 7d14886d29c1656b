import { expect, test } from 'vitest'
import { z } from 'zod'
import { LinedYaml, printed } from './lined-yaml.ts'
import { unknownName } from './nearest-name.ts'

const letter = z.strictObject({ to: z.string(), pages: z.array(z.strictObject({ number: z.int() })) })

function problemsOf(...lines: string[]): string[] {
  const yaml = new LinedYaml('letter.yaml', lines.join('\n'))
  if (yaml.problems.length === 0) yaml.checked(yaml.root, 'a letter', letter)
  return yaml.problems.map(printed)
}

test('[LY1] broken YAML and a repeated name are told by file and line', () => {
  expect(problemsOf('to: hana', 'pages: [')).toEqual([expect.stringMatching(/^letter\.yaml:2 /)])
  expect(problemsOf('to: hana', 'to: pavel', 'pages: []')).toEqual([expect.stringMatching(/^letter\.yaml:2 .*unique/)])
})

test('[LY2] a name that is not known is told with the nearest known one', () => {
  expect(unknownName('field', 'page', ['to', 'pages'], ' in a letter')).toBe(
    'unknown field page in a letter; did you mean pages?',
  )
  expect(unknownName('field', 'entirely', ['to', 'pages'])).toBe('unknown field entirely')
})

test('[LY3] what a schema has otherwise is told where it stands', () => {
  expect(problemsOf('to: hana', 'pages:', '  - number: 1', '  - number: two')).toEqual([
    expect.stringMatching(/^letter\.yaml:4 a letter pages\.1\.number: /),
  ])
})

test('[LY3] a name that a schema does not have is told at its own line', () => {
  expect(problemsOf('to: hana', 'pages: []', 'form: letter')).toEqual(['letter.yaml:3 unknown field form in a letter'])
})

test('[LY3] what is missing is told at the line of its mapping', () => {
  expect(problemsOf('to: hana', 'pages:', '  - {}')).toEqual([expect.stringMatching(/^letter\.yaml:3 .*number/)])
  expect(problemsOf('')).toEqual(['letter.yaml:1 a letter is empty'])
})

test('[LY4] null and aliases are refused', () => {
  expect(problemsOf('to:', 'pages: []')).toEqual([expect.stringMatching(/^letter\.yaml:1 a letter to: /)])
  expect(problemsOf('to: &name hana', 'pages: [*name]')).toContainEqual('letter.yaml:2 an alias; write it out')
})

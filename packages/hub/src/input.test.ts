import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { aScene, inputsAbout, procedures } from './a-request.ts'
import { aWorld, type World } from './a-world.ts'
import { line, PartialDate, text } from './classification.ts'

let world: World
let inputs: Record<string, object | undefined>
beforeAll(async () => {
  world = await aWorld()
  inputs = inputsAbout(world, await aScene(world))
})
afterAll(() => world.close())

const schemas = procedures.map(([path, { _def }]) => [path, _def.inputs[0] as z.ZodType] as const)

/** Copies of a value, each with one place in it changed. */
function* variants(value: unknown, change: (leaf: unknown) => unknown[]): Generator<unknown> {
  yield* change(value)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value))
    for (const changed of variants(inner, change))
      yield Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }
}

const accepted = (path: string, schema: z.ZodType, change: (leaf: unknown) => unknown[]): unknown[] =>
  [...variants(inputs[path], change)].filter((input) => schema.safeParse(input).success)

describe.each(schemas)('%s', (path, schema) => {
  test(`[HU8] ${path} takes its sample and refuses an unknown field at any depth`, () => {
    expect(schema.safeParse(inputs[path]).error).toBeUndefined()
    const isObject = (leaf: unknown) => typeof leaf === 'object' && leaf !== null && !Array.isArray(leaf)
    expect(accepted(path, schema, (leaf) => (isObject(leaf) ? [{ ...(leaf as object), unknown: 1 }] : []))).toEqual([])
  })

  test(`[HU9] ${path} refuses control, half and too many characters in every text`, () => {
    const spoilt = (leaf: unknown) =>
      typeof leaf === 'string' ? [`${leaf}\0a`, `${leaf}\ud800a`, `${leaf}\u0085a`, leaf + 'x'.repeat(10_000)] : []
    expect(accepted(path, schema, spoilt)).toEqual([])
  })

  test(`[HU9] ${path} has an end to every list and refuses null anywhere`, () => {
    const endless = (leaf: unknown) => (Array.isArray(leaf) ? [Array(2000).fill(leaf[0])] : [])
    expect(accepted(path, schema, endless)).toEqual([])
    expect(accepted(path, schema, () => [null])).toEqual([])
  })
})

test.each(['a\0', 'a\u0007', 'a\u001b', 'a\u007f', 'a\u009f', 'a\rb', '\ud800', 'a\udc00b'])(
  '[HU9] the text %j is refused',
  (value) => {
    expect(text(10).safeParse(value).success).toBe(false)
  },
)

test.each(['一行\n又一行', '甲\t乙', '😀', '𠮷', 'é'])('[HU9] the text %j is kept as it is', (value) => {
  expect(line(10).parse(value)).toBe(value)
})

test.each([
  ['2024', true],
  ['2024-11', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-04-31', false],
  ['2024-13', false],
  ['2024-00', false],
  ['2024-1', false],
  ['24', false],
  ['2024-11-00', false],
  ['2024-11-21T00:00:00Z', false],
])('[HU45] of partial dates, %s is taken: %s', (date, taken) => {
  expect(PartialDate.safeParse(date).success).toBe(taken)
})

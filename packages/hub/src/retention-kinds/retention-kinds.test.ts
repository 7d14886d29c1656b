import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { keptUntil, kindOfAct, type RetentionKind, readRetention } from './index.ts'

const policies = new URL('../../../../policies/audit/', import.meta.url).pathname
const text = readFileSync(`${policies}retention.yaml`, 'utf8')
const kinds = readRetention('retention.yaml', text)
const Example = z.strictObject({
  act: z.string(),
  at: z.coerce.date(),
  case: z.enum(['none', 'investigating', 'transferred', 'closed']),
  expect: z.string(),
  until: z.union([z.literal('open'), z.coerce.date()]),
})
const examples = z.array(Example).parse(parse(readFileSync(`${policies}retention.examples.yaml`, 'utf8')))

const answers = (of: readonly RetentionKind[]) =>
  examples.map(({ act, at, case: stage }) => {
    const kind = kindOfAct(of, act)
    const until = keptUntil(kind, at, stage === 'investigating' || stage === 'transferred')
    return [act, stage, kind.id, until === 'open' ? until : until.toISOString()]
  })

test('[HU931] the worked examples of retention are answered as they say', () => {
  expect(answers(kinds)).toEqual(
    examples.map(({ act, case: stage, expect: id, until }) => [
      act,
      stage,
      id,
      until === 'open' ? until : until.toISOString(),
    ]),
  )
})

test('[HU931] every kind speaks in an example, and whatever is said of it decides one', () => {
  const now = JSON.stringify(answers(kinds))
  for (const [at, kind] of kinds.entries()) {
    const mutants = [
      { ...kind, months: kind.months + 1 },
      { ...kind, months: kind.months - 1 },
      { ...kind, whileCaseOpen: !kind.whileCaseOpen },
      { ...kind, id: `${kind.id}-OTHER` as RetentionKind['id'] },
    ]
    for (const mutant of mutants)
      expect([mutant, JSON.stringify(answers(kinds.with(at, mutant)))]).not.toEqual([mutant, now])
  }
})

test('[HU932] a file that keeps less than the law asks for, or leaves an act out, is refused with its line', () => {
  for (const [from, to, told] of [
    ['months: 6\n', 'months: 5\n', 'retention.yaml:'],
    ['whileCaseOpen: true', 'whileCaseOpen: sometimes', 'retention.yaml:8 '],
    ["acts: ['*']", 'acts: [session.*]', 'the last kind'],
    ['KEEP-CASE', 'KEEP-CUSTODY', 'KEEP-CUSTODY is there twice'],
    ['status: verified', 'status: sure', 'retention.yaml'],
  ] as const)
    expect(() => readRetention('retention.yaml', text.replace(from, to)), to).toThrow(told)
})

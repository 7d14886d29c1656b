import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type AutoShareRule, matching, readRuleFiles, ruleSetIn, vocabulary } from '@lianban/hub'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { widened } from './widened.ts'

const policies = fileURLToPath(new URL('../../policies', import.meta.url))
const { autoShares: rules, measures } = ruleSetIn(readRuleFiles(policies), vocabulary)

type Entered = Parameters<typeof matching>[1]
type Told = {
  readonly records: Readonly<Record<string, Entered>>
  readonly expectations: readonly {
    readonly like: string
    readonly but?: Partial<Entered>
    readonly expect: string[]
  }[]
}
const { records, expectations } = parse(readFileSync(`${policies}/sharing/auto-share.examples.yaml`, 'utf8')) as Told

/** The worked examples that do not hold under these rules. */
const broken = (held: readonly AutoShareRule[]) =>
  expectations.filter(({ like, but, expect: wanted }) => {
    const found = matching(held, { ...records[like]!, ...but } as Entered).map(({ rule }) => rule.id)
    return JSON.stringify(found) !== JSON.stringify(wanted)
  })

describe('the rules of automatic sharing', () => {
  test('[PE41] every worked example beside them holds', () => {
    expect(broken(rules)).toEqual([])
  })

  test('[PE41] every rule is said of some worked example', () => {
    const said = new Set(expectations.flatMap((one) => one.expect))
    expect(rules.map(({ rule }) => rule.id).filter((id) => !said.has(id))).toEqual([])
  })

  test.each(rules.map(({ rule }) => rule.id))('[PE42] whatever %s asks, some worked example fails without it', (id) => {
    const at = rules.findIndex(({ rule }) => rule.id === id)
    const unnoticed = widened(rules[at]!.rule)
      .filter(({ how }) => how !== 'for every role')
      .filter(({ rule }) => broken(rules.with(at, { ...rules[at]!, rule })).length === 0)
    expect(unnoticed.map(({ how }) => how)).toEqual([])
  })
})

test('[PE43] supervision is never given more than to comment, and nothing above sensitive is opened by one alone', () => {
  const { highestLevel, fourEyesAbove } = measures.ceilings
  expect(['view', 'comment']).toContain(highestLevel.procuratorate)
  expect(['public', 'internal', 'sensitive']).toContain(fourEyesAbove)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printed } from '@lianban/lined-yaml'
import { expect, test } from 'vitest'
import { ourLaw, ourLawFolder } from './a-law.ts'
import type { Law } from './load-law.ts'
import { LawFileError, readLaw } from './load-law.ts'
import { radarFindings } from './radar.ts'
import { runRadarExamples } from './radar-examples.ts'
import type { RadarRule } from './radar-rule.ts'

const examples = readFileSync(join(ourLawFolder, 'radar.examples.yaml'), 'utf8')
const flaws = (radar: readonly RadarRule[]) =>
  runRadarExamples({ ...ourLaw, radar }, { file: 'radar.examples.yaml', text: examples }).problems.map(printed)

/** A rule with one parameter changed by as little as it can be. */
function mutantsOf(rule: RadarRule): RadarRule[] {
  const numbers = Object.entries(rule).filter(([name, value]) => typeof value === 'number' && name !== 'line') as [
    string,
    number,
  ][]
  const least = rule.looks === 'repeated' ? 2 : 0
  const lists = Object.entries(rule).filter(
    ([name, value]) => ['thresholds', 'by', 'series', 'clocks', 'standings'].includes(name) && Array.isArray(value),
  ) as [string, readonly string[]][]
  return [
    ...numbers.flatMap(([name, value]) =>
      [value + 1, ...(value > least && value > 1 ? [value - 1] : [])].map((changed) => ({ ...rule, [name]: changed })),
    ),
    ...lists.flatMap(([name, value]) =>
      value.map((one) => ({ ...rule, [name]: value.filter((each) => each !== one) })),
    ),
  ] as RadarRule[]
}

test('[LA100] every rule of the radar lists what its example names and nothing on the other side', () => {
  expect(flaws(ourLaw.radar)).toEqual([])
  expect(flaws(ourLaw.radar.slice(1))).not.toEqual([])
})

test('[LA101] a parameter changed by one, or an entry taken out, breaks an example of its rule', () => {
  const untold = ourLaw.radar.flatMap((rule, at) =>
    mutantsOf(rule)
      .filter((mutant) => flaws(ourLaw.radar.with(at, mutant)).length === 0)
      .map((mutant) => JSON.stringify({ ...mutant, says: undefined, title: undefined, basis: undefined })),
  )
  expect(untold).toEqual([])
})

test('[LA102] an unknown threshold, deadline, supervision or blank of the radar is told by its line', () => {
  const text = readFileSync(join(ourLawFolder, 'radar.yaml'), 'utf8')
  const refused = (from: string, to: string) => {
    try {
      readLaw((name) => {
        const file = join(ourLawFolder, `${name}.yaml`)
        return { file, text: name === 'radar' ? text.replace(from, to) : readFileSync(file, 'utf8') }
      })
      return ''
    } catch (error) {
      return error instanceof LawFileError ? error.message : String(error)
    }
  }
  for (const [from, to, told] of [
    ['[C225-AMOUNT, C225-STICKS]', '[C225-AMUNT]', 'C225-AMUNT'],
    ['[C225-AMOUNT, C225-STICKS]', '[C225-REPEAT]', 'C225-REPEAT'],
    ['clocks: [TR-06, TR-08]', 'clocks: [TR-60]', 'TR-60'],
    ['opens: transfer_opinion', 'opens: opinion', 'opinion'],
    ['{missing}', '{lacking}', 'lacking'],
    ['NT-EDGE', 'NT-GAP', 'NT-GAP is the id of two rules'],
  ] as const)
    expect(refused(from, to)).toMatch(new RegExp(`radar\\.yaml:\\d+ .*${told}`))
})

test('[LA103] a row says in words which numbers were used, and names nobody', () => {
  const law: Law = ourLaw
  const [found] = radarFindings(
    law,
    {
      cases: [
        {
          id: 'one',
          number: '京烟立〔2026〕1号',
          agency: 'bj',
          openedOn: '2026-02-01' as never,
          fen: 4_900_000,
          sticks: undefined,
          genuineness: undefined,
          transferredOn: null,
          isPenaltyDecided: false,
          decisionNumbers: [],
          persons: [{ kind: 'phone', key: 'secret' }],
        },
      ],
      refusals: [],
      clocks: [],
    },
    new Date('2026-03-02T01:00:00Z'),
  )
  expect(found).toMatchObject({
    rule: 'NT-EDGE',
    number: '京烟立〔2026〕1号',
    says: { zh: '非法经营数额49000元，距移送标准 50000元（C225-AMOUNT）不足 10%，尚未移送。' },
  })
  expect(JSON.stringify(found)).not.toContain('secret')
})

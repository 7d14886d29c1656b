import { readFileSync } from 'node:fs'
import { type AgencyId, newId, type OfficerId } from '@lianban/kernel'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readAlertRules } from '../alert-rules/index.ts'
import { groups } from '../trail/index.ts'
import { alertsIn, type Watched } from './alerts-in.ts'
import { alertRulesIn } from './rules-in.ts'

const policies = new URL('../../../../policies', import.meta.url).pathname
const rules = alertRulesIn(policies)

const Doing = z.strictObject({
  act: z.string(),
  outcome: z.enum(['done', 'refused']),
  times: z.int(),
  everySeconds: z.int(),
  from: z.coerce.date(),
  records: z.int(),
  ownedBy: z.enum(['beijing', 'guilin', 'nobody']),
})
type Doing = z.infer<typeof Doing>
const Examples = z.strictObject({
  entries: z.record(z.string(), Doing),
  expectations: z.array(
    z.strictObject({ like: z.string(), but: Doing.partial().optional(), expect: z.array(z.string()) }),
  ),
})
const { entries, expectations } = Examples.parse(parse(readFileSync(`${policies}/audit/alerts.examples.yaml`, 'utf8')))

const [guilin, beijing, operator] = [newId<AgencyId>(), newId<AgencyId>(), newId<AgencyId>()]
const owners = { guilin, beijing, nobody: null }
const officerId = newId<OfficerId>()

function entriesOf({ act, outcome, times, everySeconds, from, records, ownedBy }: Doing): Watched[] {
  const ids = Array.from({ length: records }, () => newId())
  return Array.from({ length: times }, (_, i) => ({
    at: new Date(from.getTime() + i * everySeconds * 1000),
    act,
    outcome,
    officerId,
    agencyId: guilin,
    recordId: ids[i % records]!,
    ownerAgencyId: owners[ownedBy],
  }))
}

test('[HU788] the worked examples of the watch are answered as they say', () => {
  for (const { like, but = {}, expect: expected } of expectations) {
    const found = alertsIn(rules, entriesOf({ ...entries[like]!, ...but } as Doing), operator)
    expect([like, but, found.map(({ rule, toldAs }) => `${rule} ${toldAs}`)]).toEqual([like, but, expected])
  }
})

test('[HU788] every rule of the watch speaks in an example, and every number in it decides one', () => {
  const answers = (changed: typeof rules) =>
    expectations.map(({ like, but }) =>
      alertsIn(changed, entriesOf({ ...entries[like]!, ...but } as Doing), operator).map(({ rule, toldAs }) => [
        rule,
        toldAs,
      ]),
    )
  const now = JSON.stringify(answers(rules))
  for (const [at, rule] of rules.entries()) {
    const { group, hours, isOfOthers, ...when } = rule.when
    const mutants = [
      { ...rule, atLeast: rule.atLeast + 1 },
      { ...rule, atLeast: rule.atLeast - 1 },
      { ...rule, withinMinutes: rule.withinMinutes - 1 },
      { ...rule, withinMinutes: rule.withinMinutes + 1 },
      { ...rule, when: { ...rule.when, outcome: when.outcome === 'done' ? ('refused' as const) : ('done' as const) } },
      ...(group ? [{ ...rule, when: { ...when, ...(hours && { hours }), ...(isOfOthers && { isOfOthers }) } }] : []),
      ...(hours ? [{ ...rule, when: { ...when, ...(group && { group }) } }] : []),
      ...(isOfOthers ? [{ ...rule, when: { ...when, ...(group && { group }) } }] : []),
      ...rule.tells.map((told) => ({ ...rule, tells: rule.tells.filter((one) => one !== told) })),
    ]
    for (const mutant of mutants)
      expect([mutant, JSON.stringify(answers(rules.with(at, mutant)))]).not.toEqual([mutant, now])
  }
})

test('[HU789] a file of the watch that says anything else is refused with its line', () => {
  const [text, ...rest] = [readFileSync(`${policies}/audit/alerts.yaml`, 'utf8')]
  expect(rest).toEqual([])
  for (const [from, to, told] of [
    ['outcome: refused', 'outcome: failed', 'alerts.yaml:6 '],
    ['atLeast: 10', 'atLeast: 1', 'alerts.yaml:8 '],
    ['group: leaving', 'group: going', 'alerts.yaml:14 '],
    ['withinMinutes: 10', 'within: 10', 'alerts.yaml'],
    ['WATCH-EXPORT', 'WATCH-DENIALS', 'WATCH-DENIALS is there twice'],
  ] as const)
    expect(() => readAlertRules('alerts.yaml', text!.replace(from, to), groups)).toThrow(told)
})

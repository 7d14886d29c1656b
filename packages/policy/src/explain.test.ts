import { makeDrivenClock } from '@lianban/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filled, somePurpose } from './asked.ts'
import { explain } from './explain.ts'
import type { Gap } from './gaps.ts'
import { aLetter, aShare, hana, health, noon, olga, pavel, police, ruleText } from './letter-world.ts'
import { readRules } from './load-rules.ts'
import type { Officer } from './officer.ts'
import { createPolicy } from './policy.ts'
import type { Rule, Value } from './rule.ts'
import { vocabulary } from './told-letters.ts'
import { witness } from './witness.ts'

const rules = readRules([{ file: 'letter.yaml', text: ruleText }], vocabulary)
const asked = (officer: Officer, action: string, row: object) =>
  explain({ rules, vocabulary, now: noon }, { officer, action, subject: 'Letter', row })
const gapsOf = (officer: Officer, action: string, row: object) =>
  asked(officer, action, row).closed.map(({ rule, gaps }) => [
    rule,
    ...gaps.map(({ kind, words }) => `${kind} ${words.zh}`),
  ])

describe('an explanation', () => {
  test('[PO50] names every rule that allows the act, with its reason and its conditions in words', () => {
    const { allowing, closed } = asked(hana, 'read', aLetter)
    expect(allowing).toEqual([
      {
        rule: 'LETTER-READ-OWN',
        because: { zh: '本单位的信函。', en: 'A letter of your own agency.' },
        conditions: [
          { isMet: true, words: { zh: '岗位是文员', en: 'your post is clerk' } },
          { isMet: true, words: { zh: '发信单位是贵单位', en: 'the sender is your agency' } },
        ],
        gaps: [],
      },
    ])
    expect(closed.map(({ rule }) => rule)).toEqual(['LETTER-READ-SHARED'])
  })

  test('[PO51] names of every other rule what is missing and of what kind that is', () => {
    expect(gapsOf(pavel, 'edit', { ...aLetter, stage: 'sent' })).toEqual([
      ['LETTER-EDIT-OWN', 'sender 需要：发信单位是贵单位', 'stage 信函处于“已发”阶段'],
    ])
    expect(gapsOf({ ...hana, roles: ['auditor'] }, 'read', aLetter)).toEqual([
      ['LETTER-READ-OWN', 'role 需要岗位：文员'],
      ['LETTER-READ-SHARED', 'role 需要岗位：文员或负责人', 'share 贵单位没有共享'],
    ])
  })

  test.each([
    ['none to the own agency', [{ ...aShare, granteeAgencyId: health }], 'share 贵单位没有共享'],
    ['one that was recalled', [{ ...aShare, state: 'recalled' }], 'recalled 共享已收回'],
    ['one that ends this instant', [{ ...aShare, expiresAt: noon }], 'expired 共享已于 2025-05-21 到期'],
    [
      'one recalled and over, and one that is over',
      [
        { ...aShare, state: 'recalled', expiresAt: noon },
        { ...aShare, expiresAt: new Date(0) },
      ],
      'expired 共享已于 1970-01-01 到期',
    ],
  ])('[PO52] what is missing among related rows is told of the nearest of one’s own: %s', (_, shares, gap) => {
    expect(gapsOf(pavel, 'read', { ...aLetter, shares })).toContainEqual(['LETTER-READ-SHARED', gap])
  })

  test('[PO52] the instant of a related row is told where it is over', () => {
    const { closed } = asked(pavel, 'read', { ...aLetter, shares: [{ ...aShare, expiresAt: noon }] })
    expect(closed.flatMap(({ gaps }) => gaps)).toContainEqual(
      expect.objectContaining({ kind: 'expired', at: noon, path: ['shares', 0, 'expiresAt'] }),
    )
  })

  test('[PO53] the rule that lacks least comes first, and what concerns the officer before what concerns others', () => {
    const nearest = (officer: Officer, row: object) => asked(officer, 'read', row).closed.map(({ rule }) => rule)
    expect(nearest(pavel, { ...aLetter, shares: [{ ...aShare, expiresAt: noon }] })).toEqual([
      'LETTER-READ-SHARED',
      'LETTER-READ-OWN',
    ])
    expect(nearest({ ...hana, roles: ['leader'] }, aLetter)).toEqual(['LETTER-READ-OWN', 'LETTER-READ-SHARED'])
  })

  test('[PO54] a row that lacks what a rule asks is a fault, as it is for a decision', () => {
    const { stage: _, ...short } = aLetter
    expect(() => asked(hana, 'edit', short)).toThrow('LETTER-EDIT-OWN cannot be decided: the Letter row lacks stage')
    expect(() => asked(hana, 'eat', aLetter)).toThrow('the vocabulary has no eat of Letter')
  })
})

const orNull = <T>(...values: T[]) => fc.constantFrom(...values, null)
const times = [-1, 0, 1].map((ms) => new Date(noon.getTime() + ms))
const aDrawnLetter = fc.record({
  ownerAgencyId: orNull(health, police),
  stage: orNull('draft', 'sent', 'closed'),
  isSealed: orNull(true, false),
  weight: orNull(0, 20),
  sentAt: orNull(...times),
  tags: orNull([], ['urgent'], ['urgent', 'paper']),
  shares: fc.array(
    fc.record({
      granteeAgencyId: orNull(health, police),
      level: orNull('view', 'write'),
      state: orNull('live', 'recalled'),
      expiresAt: orNull(...times),
    }),
    { maxLength: 3 },
  ),
})

const own = '$officer.agencyId'
const shareTests = [
  { granteeAgencyId: own },
  { granteeAgencyId: { not: health } },
  { level: ['write'] },
  { state: 'live' },
  { expiresAt: { after: '$now' } },
]
const someOf = (tests: object[]) =>
  fc.subarray(tests, { minLength: 1, maxLength: 2 }).map((drawn): object => Object.assign({}, ...drawn))
const letterTests = [
  { ownerAgencyId: own },
  { stage: { not: ['sent', 'closed'] } },
  { isSealed: false },
  { weight: [20, 30] },
  { sentAt: { before: '$now' } },
  { sentAt: { after: '2025-05-21T11:59:59.999Z', before: '2025-05-21T12:00:00.001Z' } },
  { officer: { agencyKind: 'health' } },
  { sentAt: { after: '2025-05-21T11:00:00Z', before: '$now' } },
  { tags: { has: 'urgent' } },
]
const aRule = fc.record({
  roles: fc.subarray([...vocabulary.roles], { minLength: 1 }),
  when: fc.tuple(someOf(letterTests), fc.option(someOf(shareTests))).map(([when, some]) => ({
    ...when,
    ...(some && { shares: { some } }),
  })),
})
const because = { zh: '规则', en: 'The rule.' }
const rulesFrom = (bodies: readonly object[]): Rule[] => {
  const drawn = bodies.map((body, n) => ({ id: `R-${n}`, action: 'read', subject: 'Letter', because, ...body }))
  return readRules([{ file: 'drawn.yaml', text: JSON.stringify(drawn) }], vocabulary)
}

/** The same officer before the same row, with these gaps closed and no other. */
function mended(rule: Rule, officer: Officer, row: Record<string, unknown>, gaps: readonly Gap[]) {
  const fill = (value: Value) => filled(value, { officer, now: noon, purpose: somePurpose })
  const met = witness(rule.when, vocabulary.subjects.Letter!, fill)
  const roles = gaps.some(({ path }) => path[0] === '$roles') ? [...officer.roles, rule.roles[0]!] : officer.roles
  const agencyKind = gaps.some(({ path }) => path[0] === 'officer') ? 'health' : officer.agencyKind
  const whole = structuredClone(row)
  for (const { path } of gaps) {
    const [attribute, place, inner] = path as [string, number, string]
    const related = whole.shares as Record<string, unknown>[]
    if (inner) related[place]![inner] = (met.shares as Record<string, unknown>[])[0]![inner]
    else if (attribute === 'shares') related.push({ ...aShare, ...(met.shares as object[])[0] })
    else if (attribute !== '$roles' && attribute !== 'officer') whole[attribute] = met[attribute]
  }
  return { officer: { ...officer, roles, agencyKind }, row: whole }
}

test('[PO55] an explanation says yes exactly when the policy does, and by the same rule', () => {
  const said = { yes: 0, no: 0 }
  fc.assert(
    fc.property(
      aDrawnLetter,
      fc.array(aRule, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(hana, pavel, olga),
      (row, bodies, officer) => {
        const drawn = rulesFrom(bodies)
        const policy = createPolicy({ rules: drawn, vocabulary, clock: makeDrivenClock(noon) })
        const decision = policy.allows(officer, 'read', 'Letter', row)
        const { allowing, closed } = explain(
          { rules: drawn, vocabulary, now: noon },
          { officer, action: 'read', subject: 'Letter', row },
        )
        expect(allowing[0]?.rule).toBe(decision?.rule)
        for (const { conditions, gaps } of [...allowing, ...closed])
          expect(conditions.every(({ isMet }) => isMet)).toBe(gaps.length === 0)
        said[decision ? 'yes' : 'no']++
      },
    ),
    { numRuns: 300, seed: 20250521 },
  )
  // A property that only ever saw one answer would prove nothing.
  expect(Math.min(said.yes, said.no)).toBeGreaterThan(25)
})

test('[PO56] closing the named gaps makes the rule allow, and leaving any one of them open does not', () => {
  let tried = 0
  fc.assert(
    fc.property(aDrawnLetter, aRule, fc.constantFrom(hana, pavel, olga), (row, body, officer) => {
      const drawn = rulesFrom([body])
      const policy = createPolicy({ rules: drawn, vocabulary, clock: makeDrivenClock(noon) })
      const [closed] = explain(
        { rules: drawn, vocabulary, now: noon },
        { officer, action: 'read', subject: 'Letter', row },
      ).closed
      const allowed = (gaps: readonly Gap[]) => {
        const { officer: then, row: changed } = mended(drawn[0]!, officer, row, gaps)
        return Boolean(policy.allows(then, 'read', 'Letter', changed))
      }
      if (!closed) return
      tried++
      expect(allowed(closed.gaps)).toBe(true)
      for (const left of closed.gaps) expect(allowed(closed.gaps.filter((gap) => gap !== left))).toBe(false)
    }),
    { numRuns: 300, seed: 20250521 },
  )
  expect(tried).toBeGreaterThan(150)
})

import { denied, makeDrivenClock, unseen } from '@lianban/kernel'
import { describe, expect, test } from 'vitest'
import { aLetter, aShare, hana, noon, olga, pavel, ruleText, vocabulary } from './letter-world.ts'
import { readRules } from './load-rules.ts'
import { createPolicy } from './policy.ts'

const aPolicy = (text = ruleText) => {
  const clock = makeDrivenClock(noon)
  const rules = readRules([{ file: 'letter.yaml', text }], vocabulary)
  return { clock, policy: createPolicy({ rules, vocabulary, clock }) }
}
const shared = { ...aLetter, shares: [aShare] }
const reading = (condition: string) =>
  aPolicy(`
- id: LETTER-READ
  roles: [clerk]
  action: read
  subject: Letter
  when: ${condition}
  because: { zh: 规则, en: The rule. }
`)
const thrownBy = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
}

describe('deciding', () => {
  test('[PO12] the decision names the rule and its reason in both languages', () => {
    expect(aPolicy().policy.decide(hana, 'read', 'Letter', aLetter)).toEqual({
      rule: 'LETTER-READ-OWN',
      because: { zh: '本单位的信函。', en: 'A letter of your own agency.' },
    })
  })

  test('[PO12] of several rules that allow, the first in the files decides', () => {
    const own = { ...shared, ownerAgencyId: pavel.agencyId }
    expect(aPolicy().policy.decide(pavel, 'read', 'Letter', own).rule).toBe('LETTER-READ-OWN')
    expect(aPolicy().policy.decide(pavel, 'read', 'Letter', shared).rule).toBe('LETTER-READ-SHARED')
  })

  test('[PO13] an act on a letter that the officer may only read is denied', () => {
    const refusal = thrownBy(() => aPolicy().policy.decide(pavel, 'edit', 'Letter', shared))
    expect(refusal).toEqual(denied({ action: 'edit', subject: 'Letter' }))
  })

  test('[PO14] a letter that the officer may not read is as if absent', () => {
    const { policy } = aPolicy()
    for (const action of ['read', 'edit', 'burn']) {
      expect(thrownBy(() => policy.decide(olga, action, 'Letter', shared))).toEqual(unseen())
    }
    expect(thrownBy(() => policy.decide(olga, 'print', 'Stamp', {}))).toEqual(unseen())
  })

  test('[PO15] a rule counts only for officers who hold one of its roles', () => {
    const { policy } = aPolicy()
    expect(policy.allows({ ...hana, roles: ['auditor'] }, 'read', 'Letter', aLetter)).toBeUndefined()
    expect(policy.rulesFor(pavel, 'read', 'Letter').map(({ id }) => id)).toEqual([
      'LETTER-READ-OWN',
      'LETTER-READ-SHARED',
    ])
    expect(policy.rulesFor({ ...pavel, roles: ['leader'] }, 'read', 'Letter')).toHaveLength(1)
  })

  test('[PO3] a rule with the word always holds for every row', () => {
    expect(aPolicy().policy.decide(pavel, 'print', 'Stamp', {}).rule).toBe('STAMP-PRINT')
  })

  test('[PO16] a share opens the letter until the instant it expires, not at it', () => {
    const { policy, clock } = aPolicy()
    expect(policy.allows(pavel, 'read', 'Letter', shared)).toBeDefined()
    clock.advance(1)
    expect(policy.allows(pavel, 'read', 'Letter', shared)).toBeUndefined()
  })

  test('[PO17] one related row has to meet every condition by itself', () => {
    const halves = [
      { ...aShare, state: 'recalled' },
      { ...aShare, granteeAgencyId: olga.agencyId },
    ]
    expect(aPolicy().policy.allows(pavel, 'read', 'Letter', { ...aLetter, shares: halves })).toBeUndefined()
  })
})

describe('other rules', () => {
  test('[PO30] rules that replace others hold for the next decision and the next list, on the same object', () => {
    const { policy } = aPolicy()
    const before = policy.rules
    policy.replace(before.filter(({ id }) => id !== 'LETTER-READ-OWN'))
    expect(policy.rules).toHaveLength(before.length - 1)
    expect(policy.allows(hana, 'read', 'Letter', aLetter)).toBeUndefined()
    expect(policy.rulesFor(hana, 'read', 'Letter').map(({ id }) => id)).toEqual(['LETTER-READ-SHARED'])
    policy.replace(before)
    expect(policy.decide(hana, 'read', 'Letter', aLetter).rule).toBe('LETTER-READ-OWN')
  })
})

describe('what is unknown never permits', () => {
  test.each([
    ['{ stage: draft }', 'stage'],
    ['{ stage: [draft, sent] }', 'stage'],
    ['{ stage: { not: closed } }', 'stage'],
    ['{ weight: { not: [1, 2] } }', 'weight'],
    ['{ isSealed: false }', 'isSealed'],
    ['{ sentAt: { before: 2030-01-01T00:00:00Z } }', 'sentAt'],
    ['{ sentAt: { after: 1960-01-01T00:00:00Z } }', 'sentAt'],
    ['{ tags: { has: urgent } }', 'tags'],
  ])('[PO18] the condition %s holds for its value but never for null', (condition, attribute) => {
    const { policy } = reading(condition)
    expect(policy.allows(hana, 'read', 'Letter', aLetter)).toBeDefined()
    expect(policy.allows(hana, 'read', 'Letter', { ...aLetter, [attribute]: null })).toBeUndefined()
  })

  test.each([
    ['lacks stage', '{ stage: { not: closed } }', { stage: undefined }],
    ['holds no text in stage', '{ stage: { not: closed } }', { stage: 5 }],
    ['holds no time in sentAt', '{ sentAt: { before: $now } }', { sentAt: '2025-05-21' }],
    ['holds no time in sentAt', '{ sentAt: { before: $now } }', { sentAt: new Date(Number.NaN) }],
    ['holds no texts in tags', '{ tags: { has: urgent } }', { tags: 'urgent' }],
    ['holds no flag in isSealed', '{ isSealed: false }', { isSealed: 0 }],
    ['lacks shares', '{ shares: { some: { state: live } } }', { shares: undefined }],
    ['has no list of rows in shares', '{ shares: { some: { state: live } } }', { shares: null }],
    ['lacks state in shares', '{ shares: { some: { state: live } } }', { shares: [aShare, {}] }],
  ])('[PO19] a row that %s is a fault under %s, never a match', (flaw, condition, change) => {
    const { policy } = reading(condition)
    const decide = () => policy.decide(hana, 'read', 'Letter', { ...aLetter, ...change })
    expect(decide).toThrow(`LETTER-READ cannot be decided: the Letter row ${flaw}`)
  })

  test('[PO19] an attribute inherited by a row does not count as its own', () => {
    const { stage: _, ...rest } = aLetter
    const row = Object.assign(Object.create({ stage: 'draft' }), rest)
    expect(() => reading('{ stage: draft }').policy.decide(hana, 'read', 'Letter', row)).toThrow('lacks stage')
  })

  test('[PO20] a question about a kind instead of a row is a fault', () => {
    const name: unknown = 'Letter'
    expect(() => aPolicy().policy.decide(hana, 'read', 'Letter', name as object)).toThrow('never about a name')
  })

  test.each([
    ['an action', 'raed', 'Letter'],
    ['a subject', 'read', 'Latter'],
    ['an inherited name', 'read', 'constructor'],
  ])('[PO21] a question about %s outside of the vocabulary is a fault', (_, action, subject) => {
    const { policy } = aPolicy()
    const fault = `the vocabulary has no ${action} of ${subject}`
    expect(() => policy.decide(hana, action, subject, aLetter)).toThrow(fault)
    expect(() => policy.filter(hana, action, subject)).toThrow(fault)
  })

  test.each([undefined, null, ''])(
    '[PO22] an officer whose agency is %j is a fault, in decisions and in lists',
    (agencyId) => {
      const { policy } = aPolicy()
      const nobody = { ...hana, agencyId: agencyId as never }
      const unowned = { ...aLetter, ownerAgencyId: null }
      expect(() => policy.decide(nobody, 'read', 'Letter', unowned)).toThrow('the officer has no $officer.agencyId')
      expect(() => policy.filter(nobody, 'read', 'Letter')).toThrow('the officer has no $officer.agencyId')
    },
  )
})

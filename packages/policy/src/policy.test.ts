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
const aRule = (id: string, condition: string, { action = 'read', more = '' } = {}) => `
- id: ${id}
  roles: [clerk]
  action: ${action}
  subject: Letter
  when: ${condition}
  because: { zh: 规则, en: The rule. }
${more}`
const reading = (condition: string) => aPolicy(aRule('LETTER-READ', condition))
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

describe('who asks, what for and when', () => {
  test.each([
    ['agencyKind: health', true],
    ['agencyKind: [health, postal]', true],
    ['agencyKind: { not: police }', true],
    ['agencyKind: police', false],
    ['agencyKind: { not: [health, police] }', false],
    ["region: '110000', agencyKind: health", true],
    ["region: '440300', agencyKind: health", false],
    [`id: ${hana.id}`, true],
    [`id: ${pavel.id}`, false],
    [`agencyId: ${hana.agencyId}`, true],
    [`agencyId: { not: ${hana.agencyId} }`, false],
  ])('[PO32] a rule for officers with %s speaks of a clerk of health: %s', (who, expected) => {
    const { policy } = reading(`{ officer: { ${who} }, stage: draft }`)
    expect(policy.allows(hana, 'read', 'Letter', aLetter) !== undefined).toBe(expected)
    expect(policy.rulesFor(hana, 'read', 'Letter')).toHaveLength(expected ? 1 : 0)
    expect(policy.allows(hana, 'read', 'Letter', { ...aLetter, stage: 'sent' })).toBeUndefined()
  })

  test('[PO32] one officer’s answer is never given to another', () => {
    const { policy } = reading(`{ officer: { agencyKind: health }, ownerAgencyId: $officer.agencyId }`)
    const others = [
      { ...hana, agencyId: pavel.agencyId },
      { ...hana, agencyKind: 'police' },
      { ...hana, roles: ['auditor'] },
    ]
    for (const officer of [hana, ...others, hana]) {
      const decision = policy.allows(officer, 'read', 'Letter', aLetter)
      expect(decision !== undefined).toBe(officer === hana)
    }
  })

  test('[PO16] a window is open between its two instants, at neither of them', () => {
    const { policy } = reading('{ sentAt: { after: 2025-05-21T12:00:00Z, before: 2025-05-21T12:00:00.002Z } }')
    const at = (ms: number) => ({ ...aLetter, sentAt: new Date(noon.getTime() + ms) })
    const open = [-1, 0, 1, 2].map((ms) => policy.allows(hana, 'read', 'Letter', at(ms)) !== undefined)
    expect(open).toEqual([false, false, true, false])
  })

  test('[PO16] the same policy is asked at every instant anew', () => {
    const { policy, clock } = reading('{ sentAt: { after: $now, before: 2025-05-21T13:00:00Z } }')
    const soon = { ...aLetter, sentAt: new Date(noon.getTime() + 2) }
    const open = [0, 1, 2].map(() => {
      const decision = policy.allows(hana, 'read', 'Letter', soon)
      clock.advance(1)
      return decision !== undefined
    })
    expect(open).toEqual([true, true, false])
  })

  const copying = aPolicy(
    aRule('LETTER-COPY', '{ shares: { some: { purpose: $purpose } } }', { action: 'copy' }) +
      aRule('LETTER-READ', 'always'),
  )

  test('[PO34] an act is allowed for the purpose that its rule asks, and for no other', () => {
    const { policy } = copying
    const decision = policy.allows(hana, 'copy', 'Letter', shared, { purpose: 'a case' })
    expect(decision?.rule).toBe('LETTER-COPY')
    expect(policy.allows(hana, 'copy', 'Letter', shared, { purpose: 'a visit' })).toBeUndefined()
    expect(policy.allows(hana, 'copy', 'Letter', shared, { purpose: '$purpose' })).toBeUndefined()
  })

  test.each([undefined, {}, { purpose: undefined }, { purpose: '' }])(
    '[PO34] a purpose that was not stated is a fault, in decisions and in lists: %j',
    (asked) => {
      const fault = 'LETTER-COPY cannot be decided: no purpose was stated'
      expect(() => copying.policy.decide(hana, 'copy', 'Letter', shared, asked)).toThrow(fault)
      expect(() => copying.policy.filter(hana, 'copy', 'Letter', asked)).toThrow(fault)
    },
  )
})

describe('what of a row is shown', () => {
  const policyOf = (...rules: string[]) => aPolicy(rules.join('')).policy
  const bare = aRule('LETTER-BARE', '{ stage: draft }', { more: '  withholds: [body, stamps]\n' })
  const bodyOnly = aRule('LETTER-BODY', '{ isSealed: false }', { more: '  fields: [body]\n' })

  test('[PO33] what the only rule withholds is not shown; what it does not name is', () => {
    expect(policyOf(bare).withheldFields(hana, 'Letter', aLetter)).toEqual(['body', 'stamps'])
    expect(policyOf(bare).visibleFields(hana, 'Letter', aLetter)).toEqual(['sender'])
    expect(policyOf(bodyOnly).withheldFields(hana, 'Letter', aLetter)).toEqual(['sender', 'stamps'])
    expect(policyOf(bodyOnly).visibleFields(hana, 'Letter', aLetter)).toEqual(['body'])
  })

  test('[PO33] a field is shown as soon as one rule that holds shows it', () => {
    const both = policyOf(bare, bodyOnly)
    expect(both.withheldFields(hana, 'Letter', aLetter)).toEqual(['stamps'])
    expect(both.withheldFields(hana, 'Letter', { ...aLetter, isSealed: true })).toEqual(['body', 'stamps'])
    const open = aRule('LETTER-OPEN', '{ weight: 20 }')
    expect(policyOf(bare, bodyOnly, open).withheldFields(hana, 'Letter', aLetter)).toEqual([])
  })

  test('[PO33] who may not read the row sees nothing of it', () => {
    const sent = { ...aLetter, stage: 'sent' }
    expect(policyOf(bare).withheldFields(hana, 'Letter', sent)).toEqual(['body', 'sender', 'stamps'])
    expect(policyOf(bare).visibleFields(hana, 'Letter', sent)).toEqual([])
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

  test('[PO37] a fault names the rule and the attribute, and nothing that the row holds', () => {
    const { policy } = reading('{ stage: { not: closed }, weight: 20 }')
    const row = { ...aLetter, stage: '绝密内容', weight: '绝密内容' }
    const { message } = thrownBy(() => policy.decide(hana, 'read', 'Letter', row)) as Error
    expect(message).toBe('LETTER-READ cannot be decided: the Letter row holds no number in weight')
  })

  test('[PO37] an attribute that the vocabulary no longer has is a fault that names rule and attribute', () => {
    const { Letter } = vocabulary.subjects
    const { stage: _, ...fields } = Letter!.fields
    const poorer = { ...vocabulary, subjects: { Letter: { ...Letter!, fields } } }
    const { rules } = reading('{ stage: draft }').policy
    const policy = createPolicy({ rules, vocabulary: poorer, clock: makeDrivenClock(noon) })
    const { stage: _left, ...row } = aLetter
    expect(() => policy.decide(hana, 'read', 'Letter', row)).toThrow(
      'LETTER-READ cannot be decided: the Letter row lacks stage',
    )
    expect(() => policy.filter(hana, 'read', 'Letter')).toThrow(
      'LETTER-READ cannot be expressed in SQL: no SQL for eq on stage',
    )
  })

  test('[PO37] an officer who lacks what a rule asks about officers is a fault that names the rule', () => {
    const { policy } = reading("{ officer: { region: { not: '440300' } } }")
    const nowhere = { ...hana, region: undefined as never }
    const fault = 'LETTER-READ cannot be decided: the officer has no region'
    expect(() => policy.decide(nowhere, 'read', 'Letter', aLetter)).toThrow(fault)
    expect(() => policy.filter(nowhere, 'read', 'Letter')).toThrow(fault)
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
      expect(() => policy.decide(nobody, 'read', 'Letter', unowned)).toThrow(
        'LETTER-READ-OWN cannot be decided: the officer has no agencyId',
      )
      expect(() => policy.filter(nobody, 'read', 'Letter')).toThrow(
        'LETTER-READ-OWN cannot be decided: the officer has no agencyId',
      )
    },
  )
})

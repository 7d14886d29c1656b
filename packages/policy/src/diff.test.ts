import { expect, test } from 'vitest'
import { diffPolicies, type PolicyDiff, type World } from './diff.ts'
import { generatedScenes } from './generated-scenes.ts'
import { aLetter, aShare, hana, noon, olga, pavel, ruleText } from './letter-world.ts'
import { readRules } from './load-rules.ts'
import type { Rule } from './rule.ts'
import { vocabulary } from './told-letters.ts'

const rulesFrom = (text: string) => readRules([{ file: 'letter.yaml', text }], vocabulary)
const before = rulesFrom(ruleText)
const edited = (from: string, to: string): Rule[] => {
  expect(ruleText).toContain(from)
  return rulesFrom(ruleText.replace(from, to))
}

const named = (name: string) => ({ zh: name, en: name })
const world: World = {
  vocabulary,
  scenes: [
    {
      now: noon,
      personas: [
        { name: named('hana'), officer: hana },
        { name: named('pavel'), officer: pavel },
        { name: named('olga'), officer: olga },
      ],
      rows: [
        { name: named('draft'), subject: 'Letter', row: aLetter },
        { name: named('sent and shared'), subject: 'Letter', row: { ...aLetter, stage: 'sent', shares: [aShare] } },
        { name: named('a sheet'), subject: 'Stamp', row: {} },
      ],
    },
  ],
}
const told = (changes: PolicyDiff['gains']) =>
  changes.map(({ persona, action, row, before: was, after }) =>
    [persona.name.en, action, row.en, was?.rule, after?.rule].filter(Boolean).join(', '),
  )

test('[PO57] the same rules, wherever they stand, change nothing', () => {
  const moved = rulesFrom(`\n\n# A comment.\n${ruleText}`)
  expect(diffPolicies(before, moved, world)).toEqual({
    rules: { added: [], removed: [], edited: [] },
    gains: [],
    losses: [],
    reasons: [],
    fieldGains: [],
    fieldLosses: [],
  })
})

test('[PO58] a condition left out is told by who gains what, by the rule that gives it', () => {
  const diff = diffPolicies(before, edited(', stage: { not: [sent, closed] }', ''), world)
  expect(diff.rules).toEqual({ added: [], removed: [], edited: ['LETTER-EDIT-OWN'] })
  expect(told(diff.gains)).toEqual(['hana, edit, sent and shared, LETTER-EDIT-OWN'])
  expect(diff.losses).toEqual([])
})

test('[PO58] a rule left out is told by who loses what, by the rule that gave it', () => {
  const diff = diffPolicies(
    before,
    before.filter(({ id }) => id !== 'STAMP-PRINT'),
    world,
  )
  expect(diff.rules.removed).toEqual(['STAMP-PRINT'])
  expect(told(diff.losses)).toEqual(['pavel, print, a sheet, STAMP-PRINT'])
  expect(diff.gains).toEqual([])
})

test('[PO58] a permission that stays by another rule is neither gained nor lost', () => {
  const diff = diffPolicies(before, edited('id: STAMP-PRINT', 'id: STAMP-PRINT-ALL'), world)
  expect([diff.gains, diff.losses]).toEqual([[], []])
  expect(told(diff.reasons)).toEqual(['pavel, print, a sheet, STAMP-PRINT, STAMP-PRINT-ALL'])
})

test('[PO58] what a row does not say of itself is unknown to a rule that asks more', () => {
  const row = { ownerAgencyId: hana.agencyId }
  const short: World = {
    vocabulary,
    scenes: [{ ...world.scenes[0]!, rows: [{ name: named('short'), subject: 'Letter', row }] }],
  }
  const diff = diffPolicies(before, edited('{ ownerAgencyId: $officer.agencyId }', '{ isSealed: false }'), short)
  expect(told(diff.losses)).toEqual(['hana, read, short, LETTER-READ-OWN'])
  expect(diff.gains).toEqual([])
})

test('[PO60] a rule to read that withholds more, or less, is told by who loses and who gains which fields', () => {
  const withholding = (fields: string) =>
    rulesFrom(ruleText.replace('- id: LETTER-READ-OWN\n', `- id: LETTER-READ-OWN\n  withholds: [${fields}]\n`))
  const fieldsIn = ({ fieldGains, fieldLosses }: PolicyDiff) =>
    [fieldGains, fieldLosses].map((all) =>
      all.map(({ persona, row, fields, after }) => [persona.name.en, row.en, after?.rule, ...fields].join(', ')),
    )
  const narrower = diffPolicies(before, withholding('body, sender'), world)
  expect(fieldsIn(narrower)).toEqual([
    [],
    ['hana, draft, LETTER-READ-OWN, body, sender', 'hana, sent and shared, LETTER-READ-OWN, body, sender'],
  ])
  expect([narrower.gains, narrower.losses, narrower.reasons]).toEqual([[], [], []])
  const moved = diffPolicies(withholding('body, sender'), withholding('sender, stamps'), world)
  expect(fieldsIn(moved)).toEqual([
    ['hana, draft, LETTER-READ-OWN, body', 'hana, sent and shared, LETTER-READ-OWN, body'],
    ['hana, draft, LETTER-READ-OWN, stamps', 'hana, sent and shared, LETTER-READ-OWN, stamps'],
  ])
})

test('[PO60] a field that another rule still shows is not lost, and with the row itself no field is told', () => {
  const both = `${ruleText}
- id: LETTER-READ-OWN-TOO
  roles: [clerk, leader]
  action: read
  subject: Letter
  when: { ownerAgencyId: $officer.agencyId }
  because: { zh: 同上。, en: The same. }
`
  const withheld = both.replace('- id: LETTER-READ-OWN\n', '- id: LETTER-READ-OWN\n  withholds: [body]\n')
  const diff = diffPolicies(rulesFrom(both), rulesFrom(withheld), world)
  expect([diff.fieldGains, diff.fieldLosses]).toEqual([[], []])
  const gone = diffPolicies(
    before,
    before.filter(({ id }) => id !== 'LETTER-READ-OWN'),
    world,
  )
  expect(gone.losses.length).toBeGreaterThan(0)
  expect([gone.fieldGains, gone.fieldLosses]).toEqual([[], []])
})

test('[PO59] the generated scenes show every condition and role that two sets of rules tell apart', () => {
  const kinds = { health: named('health'), police: named('police') }
  const differing: [string, string][] = [
    [', stage: { not: [sent, closed] }', ''],
    ['{ not: [sent, closed] }', 'draft'],
    ['{ not: [sent, closed] }', '{ not: sent }'],
    [', state: live', ''],
    [', expiresAt: { after: $now }', ''],
    ['granteeAgencyId: $officer.agencyId, state', 'state'],
    ['roles: [leader]', 'roles: [leader, auditor]'],
  ]
  const unnoticed = differing.filter(([from, to]) => {
    const after = edited(from, to)
    const scenes = generatedScenes({ rules: [...before, ...after], vocabulary, agencyKinds: kinds, now: noon })
    const { gains, losses } = diffPolicies(before, after, { vocabulary, scenes })
    return gains.length + losses.length === 0
  })
  // A letter is a draft, sent or closed: not sent and not closed is a draft.
  expect(unnoticed).toEqual([['{ not: [sent, closed] }', 'draft']])
})

test('[PO59] a generated row says in words what sets it apart', () => {
  const [scene] = generatedScenes({ rules: before, vocabulary, agencyKinds: { health: named('卫生') }, now: noon })
  expect(scene!.personas.map(({ name }) => name.zh)).toEqual([
    '任何单位的文员',
    '任何单位的负责人',
    '任何单位的auditor',
  ])
  expect(scene!.rows.map(({ name }) => name.zh)).toEqual(
    expect.arrayContaining([
      '符合 LETTER-EDIT-OWN 全部条件的Letter',
      '符合 LETTER-EDIT-OWN 但发信单位不是贵单位的Letter',
      '符合 LETTER-EDIT-OWN 但阶段是“已发”的Letter',
      '符合 LETTER-READ-SHARED 但没有共享的Letter',
    ]),
  )
})

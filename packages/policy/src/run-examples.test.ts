import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ruleText, vocabulary } from './letter-world.ts'
import { readRules } from './load-rules.ts'
import { runExamples } from './run-examples.ts'

const dir = mkdtempSync(join(tmpdir(), 'lianban-examples-'))
afterAll(() => rmSync(dir, { recursive: true }))
const file = join(dir, 'letter.examples.yaml')
const rules = readRules([{ file: 'letter.yaml', text: ruleText }], vocabulary)

const examples = `
now: 2025-05-21T12:00:00Z
officers:
  hana: { id: hana, agencyId: health, agencyKind: health, region: '110000', roles: [clerk] }
  pavel: { id: pavel, agencyId: police, agencyKind: police, region: '110000', roles: [leader] }
rows:
  Letter:
    draft: { ownerAgencyId: health, stage: draft, shares: [] }
    sent: { like: draft, stage: sent }
    shared:
      like: sent
      shares: [{ granteeAgencyId: police, state: live, expiresAt: 2025-05-21T12:00:01Z }]
    nobodys: { like: draft, ownerAgencyId: null }
expectations:
  - { officer: hana, action: read, row: draft, expect: allow LETTER-READ-OWN }
  - { officer: hana, action: edit, row: sent, expect: deny }
  - { officer: pavel, action: read, row: shared, expect: allow LETTER-READ-SHARED }
  - { officer: pavel, action: read, row: sent, expect: unseen }
  - { officer: hana, action: read, row: nobodys, expect: unseen }
`
function playing(from = '', to = '') {
  expect(examples).toContain(from)
  writeFileSync(file, examples.replace(from, to))
  const { passed, problems, exercised } = runExamples({ rules, vocabulary }, file)
  return {
    passed,
    exercised: [...exercised],
    problems: problems.map(({ line, what }) => `${line} ${what}`),
    problem: problems[0],
  }
}

const narrow = `
- id: LETTER-READ-NARROW
  roles: [leader]
  action: read
  subject: Letter
  when: { stage: draft }
  withholds: [sender, body]
  because: { zh: 规则, en: The rule. }
- id: LETTER-COPY
  roles: [clerk]
  action: copy
  subject: Letter
  when: { shares: { some: { purpose: $purpose } } }
  because: { zh: 规则, en: The rule. }
`

describe('worked examples', () => {
  test('[PO25] examples that hold pass at the instant their file names', () => {
    expect(playing()).toMatchObject({ passed: 5, problems: [], exercised: ['LETTER-READ-OWN', 'LETTER-READ-SHARED'] })
    expect(playing('12:00:00Z', '12:00:01Z').problems).toEqual(['17 expected allow LETTER-READ-SHARED, found unseen'])
  })

  test('[PO25] an example that does not hold is told with its file and line', () => {
    const { passed, problem } = playing('row: sent, expect: deny', 'row: draft, expect: deny')
    expect(problem).toEqual({ file, line: 16, what: 'expected deny, found allow LETTER-EDIT-OWN' })
    expect(passed).toBe(4)
  })

  test('[PO25] a row that lacks what a rule asks shows as a fault', () => {
    expect(playing(', shares: [] }', ' }').problems[0]).toBe(
      '15 expected allow LETTER-READ-OWN, found fault: LETTER-READ-SHARED cannot be decided: the Letter row lacks shares',
    )
  })

  test.each([
    ['officer: pavel, action: read, row: draft, expect: allow LETTER-READ-NARROW, withheld: [body, sender]', []],
    [
      'officer: pavel, action: read, row: draft, expect: allow LETTER-READ-NARROW',
      ['15 expected allow LETTER-READ-NARROW, found allow LETTER-READ-NARROW without body, sender'],
    ],
    [
      'officer: hana, action: read, row: draft, expect: allow LETTER-READ-OWN, withheld: [body]',
      ['15 expected allow LETTER-READ-OWN without body, found allow LETTER-READ-OWN'],
    ],
    [
      'officer: pavel, action: read, row: draft, expect: deny, withheld: [bdy]',
      ['15 unknown field bdy; did you mean body?'],
    ],
    ['officer: hana, action: copy, row: shared, purpose: a case, expect: allow LETTER-COPY', []],
    ['officer: hana, action: copy, row: shared, purpose: a visit, expect: deny', []],
  ])('[PO36] an example may name a purpose, and has to name what is withheld: %s', (expectation, expected) => {
    const shares =
      'shares: [{ granteeAgencyId: police, state: live, purpose: a case, expiresAt: 2025-05-21T12:00:01Z }]'
    const [above] = examples.split('  - {')
    const text = `${above}  - { ${expectation} }`.replace(/shares: \[\{.*\}\]/, shares)
    writeFileSync(file, text)
    const all = [...rules, ...readRules([{ file: 'narrow.yaml', text: narrow }], vocabulary)]
    const { problems } = runExamples({ rules: all, vocabulary }, file)
    expect(problems.map(({ line, what }) => `${line} ${what}`)).toEqual(expected)
  })

  test.each([
    ['an hour without zone', '12:00:00Z', '12:00:00', '2 now must be an instant such as 2025-05-21T08:00:00Z'],
    ['an unknown role', '[leader]', '[lord]', '5 unknown role lord'],
    ['an officer without region', ", region: '110000', roles: [leader]", ', roles: [leader]', '5 pavel has no region'],
    ['an unknown subject', '  Letter:', '  Latter:', '7 unknown subject Latter; did you mean Letter?'],
    ['an unknown attribute', 'stage: sent', 'phase: sent', '9 sent has the unknown attribute phase'],
    ['a value of the wrong type', 'stage: sent', 'stage: 5', '9 sent holds no text in stage'],
    ['a day for an instant', '2025-05-21T12:00:01Z', '2025-05-21', '10 shared holds no time in expiresAt'],
    ['a relation that is no list', 'shares: []', 'shares: 0', '8 draft has no list of rows in shares'],
    ['a model below itself', 'like: sent', 'like: nobodys', '10 shared is like nobodys, which is no Letter above it'],
    ['two rows of one name', 'expectations:', '  Stamp: { draft: {} }\nexpectations:', '14 two rows are called draft'],
    ['an unknown officer', 'officer: pavel', 'officer: paul', '17 unknown officer paul'],
    ['an unknown row', 'row: shared', 'row: lost', '17 unknown row lost'],
    ['an unknown action', 'action: edit', 'action: eat', '16 unknown action eat'],
    ['an expectation left out', ', expect: deny', '', '16 an expectation has no expect'],
  ])('[PO26] an example file with %s is told by its line', (_, from, to, problem) => {
    expect(playing(from, to).problems).toContain(problem)
  })
})

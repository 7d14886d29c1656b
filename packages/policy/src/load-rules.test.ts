import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ruleText, vocabulary } from './letter-world.ts'
import { loadRules, RuleFileError, readRules } from './load-rules.ts'

const sound = `
- id: LETTER-READ-OWN
  roles: [clerk]
  action: read
  subject: Letter
  when:
    ownerAgencyId: $officer.agencyId
  because:
    zh: 本单位的信函。
    en: A letter of your own agency.
`
const problemsOf = (text: string): string[] => {
  try {
    readRules([{ file: 'letter.yaml', text }], vocabulary)
    return []
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error
    return error.message.split('\n')
  }
}
const changed = (from: string, to: string) => {
  expect(sound).toContain(from)
  return problemsOf(sound.replace(from, to))
}
const own = 'ownerAgencyId: $officer.agencyId'

describe('what a rule file may not say', () => {
  const refused = (_: string, from: string, to: string, problem: string) => {
    expect(changed(from, to)).toContain(`letter.yaml:${problem}`)
  }

  test.each([
    ['an unknown role', '[clerk]', '[clark]', '3 unknown role clark; did you mean clerk?'],
    ['an unknown action', 'action: read', 'action: reed', '4 unknown action reed of Letter; did you mean read?'],
    ['an unknown subject', 'subject: Letter', 'subject: Later', '5 unknown subject Later'],
    ['an inherited name as subject', 'subject: Letter', 'subject: constructor', '5 unknown subject constructor'],
    ['an unknown attribute', 'ownerAgencyId:', 'owner:', '7 unknown attribute owner'],
    ['an inherited name as attribute', 'ownerAgencyId:', '__proto__:', '7 unknown attribute __proto__'],
    ['an unknown attribute of a relation', own, 'shares: { some: { to: x } }', '7 unknown attribute to'],
    [
      'an unknown field of a rule',
      '  roles:',
      '  role: x\n  roles:',
      '3 unknown field role in a rule; did you mean roles?',
    ],
    [
      'an unknown value to fill in',
      '$officer.agencyId',
      '$officer.agency',
      '7 unknown value $officer.agency; did you mean $officer.agencyId?',
    ],
    ['a misspelt attribute', own, 'ownerAgencyid: x', '7 unknown attribute ownerAgencyid; did you mean ownerAgencyId?'],
    ['an unknown attribute of the officer', own, 'officer: { rank: x }', '7 unknown attribute rank'],
    ['a relation of the officer', own, 'officer: { shares: { some: { state: live } } }', '7 unknown attribute shares'],
    [
      'an officer within a relation',
      own,
      'shares: { some: { officer: { region: x } } }',
      '7 unknown attribute officer',
    ],
    ['an unknown operator', own, 'sentAt: { since: $now }', '7 unknown operator since'],
    ['an unknown language of the reason', '    en:', '    de:', '9 because has no en'],
  ])('[PO1] a rule file with %s is refused by its line', refused)

  test.each([
    ['null as a value', '$officer.agencyId', 'null', '7 ownerAgencyId is null'],
    ['a value left out', '$officer.agencyId', '', '7 ownerAgencyId is null'],
    ['null within a list', own, 'stage: [draft, null]', '7 stage is compared with null'],
    ['undefined as a value', own, 'stage: undefined', '7 stage is compared with undefined'],
    ['null in quotes', own, "ownerAgencyId: 'null'", '7 ownerAgencyId is compared with null'],
    ['null about the officer', own, 'officer: { region: null }', '7 region is null'],
    ['an empty text', own, "stage: ''", '7 stage is of type text and cannot be ""'],
    ['null as a role', '[clerk]', '[null]', '3 a role must be text'],
  ])('[PO2] a rule file with %s is refused by its line', refused)

  test.each([
    ['conditions left out', `  when:\n    ${own}\n`, '', '2 a rule has no when'],
    ['empty conditions', `when:\n    ${own}`, 'when: {}', '6 when is empty'],
    ['an empty relation', own, 'shares: { some: {} }', '7 some of shares is empty'],
  ])('[PO3] a rule file with %s is refused by its line', refused)

  test.each([
    ['an empty list of values', own, 'stage: []', '7 stage is an empty list'],
    ['an empty list of roles', '[clerk]', '[]', '3 roles is an empty list'],
    [
      'a value that the attribute never has',
      own,
      'stage: lost',
      '7 stage is never "lost", only one of draft, sent, closed',
    ],
  ])('[PO4] a rule file with %s is refused by its line', refused)

  test.each([
    [
      'a list from which not takes every value',
      'stage: { not: [draft, sent, closed] }',
      'stage is left no value by not',
    ],
    [
      'not, taking every value within a relation',
      'shares: { some: { level: { not: [view, write] } } }',
      'level is left no value by not',
    ],
    [
      'officers of no kind',
      'officer: { agencyKind: { not: [health, police, postal] } }',
      'agencyKind is left no value by not',
    ],
    [
      'officers of an unknown kind',
      'officer: { agencyKind: navy }',
      'agencyKind is never "navy", only one of health, police, postal',
    ],
    [
      'a window that ends at its start',
      'sentAt: { after: 2025-05-21T12:00:00Z, before: 2025-05-21T12:00:00Z }',
      'sentAt is asked for a window that ends before it begins',
    ],
    [
      'a window without any millisecond in it',
      'sentAt: { after: 2025-05-21T12:00:00Z, before: 2025-05-21T12:00:00.001Z }',
      'sentAt is asked for a window that ends before it begins',
    ],
    [
      'a window of one instant',
      'sentAt: { after: $now, before: $now }',
      'sentAt is asked for a window that ends before it begins',
    ],
    [
      'a window that ends early within a relation',
      'shares: { some: { expiresAt: { after: 2026-01-01T00:00:00Z, before: 2025-01-01T00:00:00Z } } }',
      'expiresAt is asked for a window that ends before it begins',
    ],
    [
      'an agency of its own that is of another kind',
      '{ officer: { agencyKind: police }, ownerAgencyId: $officer.agencyId, ownerAgency: { some: { kind: health } } }',
      'can never match: ownerAgencyId is the officer’s own agency, but kind of ownerAgency is not its kind',
    ],
    [
      'an agency of its own in another region',
      "{ officer: { region: ['1', '2'] }, ownerAgencyId: $officer.agencyId, ownerAgency: { some: { region: '3' } } }",
      'can never match: ownerAgencyId is the officer’s own agency, but region of ownerAgency is not its region',
    ],
    [
      'an agency of its own that is not of its own kind',
      '{ ownerAgencyId: $officer.agencyId, ownerAgency: { some: { kind: { not: $officer.agencyKind } } } }',
      'can never match: ownerAgencyId is the officer’s own agency, but kind of ownerAgency is not its kind',
    ],
    [
      'officers whose kind the attribute never is',
      '{ officer: { agencyKind: { not: [police, postal] } }, shares: { some: { level: $officer.agencyKind } } }',
      'can never match: level is never what the officer’s would have to be',
    ],
  ])('[PO31] a rule that can never match, by %s, is refused by its line', (_, condition, problem) => {
    const mapping = condition.startsWith('{') ? condition : `{ ${condition} }`
    expect(changed(`when:\n    ${own}`, `when: ${mapping}`)).toEqual([`letter.yaml:6 ${problem}`])
  })

  test.each([
    'sentAt: { after: 2025-05-21T12:00:00Z, before: 2025-05-21T12:00:00.002Z }',
    'officer: { agencyKind: { not: [police, postal] } }, ownerAgencyId: $officer.agencyId, ownerAgency: { some: { kind: health } }',
    "ownerAgencyId: $officer.agencyId, ownerAgency: { some: { kind: police, region: '3' } }",
    'officer: { agencyKind: police }, ownerAgency: { some: { kind: health } }',
    'officer: { agencyKind: police }, ownerAgencyId: $officer.agencyId, ownerAgency: { some: { kind: $officer.agencyKind } }',
    'officer: { agencyKind: police }, ownerAgency: { some: { kind: $officer.agencyKind } }',
  ])('[PO31] a rule that may match is taken: %s', (condition) => {
    expect(changed(`when:\n    ${own}`, `when: { ${condition} }`)).toEqual([])
  })

  test.each([
    ['a field that nobody can withhold', 'withholds: [seal]', '6 unknown field seal'],
    ['a misspelt field', 'withholds: [bdy]', '6 unknown field bdy; did you mean body?'],
    ['a misspelt field to show', 'fields: [body, sendr]', '6 unknown field sendr; did you mean sender?'],
    ['no field', 'fields: []', '6 fields is an empty list'],
    ['both', 'fields: [body]\n  withholds: [sender]', '7 a rule names the fields it shows or withholds, not both'],
  ])('[PO33] a rule that names %s is refused by its line', (_, fields, problem) => {
    expect(changed('  when:', `  ${fields}\n  when:`)).toEqual([`letter.yaml:${problem}`])
  })

  test('[PO33] only a rule to read shows or withholds fields', () => {
    expect(changed('action: read', 'action: edit\n  withholds: [body]')).toEqual([
      'letter.yaml:5 only a rule to read has withholds',
    ])
  })

  test('[PO34] a purpose is asked only where the act states one', () => {
    const purpose = 'shares: { some: { purpose: $purpose } }'
    expect(changed(own, purpose)).toEqual(['letter.yaml:7 $purpose is not known where purpose is asked'])
    const copying = sound.replace(own, purpose).replace('action: read', 'action: copy')
    expect(problemsOf(copying)).toEqual([])
  })

  describe('[PO61] of a role that only some agencies have', () => {
    const known = { ...vocabulary, roleKinds: { clerk: ['police', 'postal'] } }
    const problems = (officer: string) => {
      const text = sound.replace(own, `{ ${own}${officer} }`).replace('[clerk]', '[leader, clerk]')
      try {
        return readRules([{ file: 'letter.yaml', text }], known).length
      } catch (error) {
        return (error as Error).message
      }
    }
    const refusal = 'letter.yaml:3 no agency that the rule speaks of has the role clerk'

    test.each([
      [', officer: { agencyKind: health }', refusal],
      [', officer: { agencyKind: { not: [police, postal] } }', refusal],
      [', officer: { agencyKind: [health, postal] }', 1],
      [', officer: { agencyKind: { not: police } }', 1],
      [", officer: { region: '1' }", 1],
      ['', 1],
    ])('[PO61] a rule for it that asks {%s} is answered by %j', (officer, answer) => {
      expect(problems(officer)).toEqual(answer)
    })
  })

  test('[PO35] a rule that has no SQL is refused by its line', () => {
    const { Letter } = vocabulary.subjects
    const nowhere = { ...Letter!.relations.shares!, from: undefined as never }
    const broken = { ...vocabulary, subjects: { Letter: { ...Letter!, relations: { shares: nowhere } } } }
    const text = sound.replace(own, 'shares: { some: { state: live } }')
    expect(problemsOf(text)).toEqual([])
    expect(() => readRules([{ file: 'letter.yaml', text }], broken)).toThrow(
      'letter.yaml:7 LETTER-READ-OWN cannot be expressed in SQL: ',
    )
  })

  test.each([
    ['the wildcard action manage', 'action: read', 'action: manage', '4 unknown action manage of Letter'],
    ['the wildcard subject all', 'subject: Letter', 'subject: all', '5 unknown subject all'],
  ])('[PO5] a rule file with %s is refused by its line', refused)

  test.each([
    ['no reason', sound.slice(sound.indexOf('  because')), '', '2 a rule has no because'],
    ['an empty reason', '本单位的信函。', "''", '9 because.zh is empty'],
  ])('[PO6] a rule file with %s is refused by its line', refused)

  test.each([
    [
      'an id that is no id',
      'LETTER-READ-OWN',
      'mine',
      '2 id must be capitals joined by hyphens, such as CASE-READ-OWN',
    ],
  ])('[PO7] a rule file with %s is refused by its line', refused)

  test.each([
    ['a number for a text', own, 'stage: 5', '7 stage is of type text and cannot be 5'],
    ['a name for an id', own, 'ownerAgencyId: health', '7 ownerAgencyId is of type id and cannot be "health"'],
    ['the hour for an id', '$officer.agencyId', '$now', '7 ownerAgencyId is of type id, but $now is of type time'],
    [
      'a day for an instant',
      own,
      'sentAt: { after: 2025-05-21 }',
      '7 sentAt is of type time and cannot be "2025-05-21"',
    ],
    ['an instant to equal', own, 'sentAt: $now', '7 sentAt is of type time and cannot be asked is'],
    ['a list to be after', own, 'sentAt: { after: [$now] }', '7 after takes one value, not a list'],
    ['a list attribute to equal', own, 'tags: urgent', '7 tags is of type texts and cannot be asked is'],
    [
      'two operators at once',
      own,
      'sentAt: { after: $now, not: $now }',
      '7 sentAt takes one operator, or after and before',
    ],
    ['a relation without some', own, 'shares: { state: live }', '7 unknown field state in shares'],
  ])('[PO8] a rule file with %s is refused by its line', refused)

  test.each([
    ['the same name twice', own, `${own}\n    ${own}`, '8 Map keys must be unique'],
    ['an alias', 'read\n  subject: Letter', '&kind read\n  subject: *kind', '5 subject must be text'],
    ['a rule that is no mapping', sound, '\n- read\n', '2 a rule must be a mapping'],
    ['no rule at all', sound, '', '1 a rule file must be a list'],
  ])('[PO9] a rule file with %s is refused by its line', refused)

  test('[PO7] two rules with one id are refused, naming both places', () => {
    expect(problemsOf(sound + sound)).toEqual([
      'letter.yaml:12 LETTER-READ-OWN is already the id of the rule at letter.yaml:2',
    ])
  })

  test('[PO10] every problem of every file is told at once', () => {
    const broken = sound.replace('[clerk]', '[clark]').replace(own, 'owner: null\n    to: x')
    const read = () =>
      readRules(
        [
          { file: 'a.yaml', text: broken },
          { file: 'b.yaml', text: '- x' },
        ],
        vocabulary,
      )
    expect(read).toThrow(
      'a.yaml:3 unknown role clark; did you mean clerk?\na.yaml:7 owner is null\nb.yaml:1 a rule must be a mapping',
    )
  })
})

describe('a folder of rules', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lianban-policy-'))
  afterAll(() => rmSync(dir, { recursive: true }))

  test('[PO10] a folder without any rule file is refused', () => {
    expect(() => loadRules(dir, vocabulary)).toThrow(`${dir}:1 holds no rule file`)
  })

  test('[PO11] rules keep the order of file names and places, examples aside', () => {
    writeFileSync(join(dir, 'b.yaml'), ruleText)
    writeFileSync(join(dir, 'a.yaml'), sound.replace('-OWN', '-FIRST'))
    writeFileSync(join(dir, 'a.examples.yaml'), 'now: never')
    const rules = loadRules(dir, vocabulary)
    expect(rules.map(({ id }) => id)).toEqual([
      'LETTER-READ-FIRST',
      'LETTER-READ-OWN',
      'LETTER-READ-SHARED',
      'LETTER-EDIT-OWN',
      'STAMP-PRINT',
    ])
    expect(rules[1]).toMatchObject({
      file: join(dir, 'b.yaml'),
      line: 2,
      when: { ownerAgencyId: { is: '$officer.agencyId' } },
    })
  })

  test('[PO10] a rule file with the wrong ending is refused, not overlooked', () => {
    writeFileSync(join(dir, 'c.yml'), sound)
    expect(() => loadRules(dir, vocabulary)).toThrow(`${join(dir, 'c.yml')}:1 a rule file ends in .yaml`)
  })
})

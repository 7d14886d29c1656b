import { makeDrivenClock } from '@lianban/kernel'
import { expect, test } from 'vitest'
import { formatAccessTable } from './access-table.ts'
import { aLetter, aShare, hana, noon, olga, pavel, ruleText, vocabulary } from './letter-world.ts'
import { readRules } from './load-rules.ts'
import { createPolicy } from './policy.ts'

test('[PO27] the table names for every persona, action and row the deciding rule', () => {
  const rules = readRules([{ file: 'letter.yaml', text: ruleText }], vocabulary)
  const table = formatAccessTable({
    policy: createPolicy({ rules, vocabulary, clock: makeDrivenClock(noon) }),
    personas: [
      { name: '卫生·文员', officer: hana },
      { name: 'pavel', officer: pavel },
      { name: 'olga', officer: olga },
    ],
    rows: [
      { name: 'own draft', subject: 'Letter', row: aLetter },
      { name: 'shared with the police', subject: 'Letter', row: { ...aLetter, shares: [aShare] } },
      { name: 'a sheet', subject: 'Stamp', row: {} },
    ],
    actionsOf: (subject) => vocabulary.subjects[subject]?.actions ?? [],
  })
  expect(table).toBe(`Letter: own draft
             read             edit             burn  copy
  卫生·文员  LETTER-READ-OWN  LETTER-EDIT-OWN  -     -
  pavel      -                -                -     -
  olga       -                -                -     -

Letter: shared with the police
             read                edit             burn  copy
  卫生·文员  LETTER-READ-OWN     LETTER-EDIT-OWN  -     -
  pavel      LETTER-READ-SHARED  -                -     -
  olga       -                   -                -     -

Stamp: a sheet
             print
  卫生·文员  -
  pavel      STAMP-PRINT
  olga       -
`)
})

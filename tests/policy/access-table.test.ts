import { vocabulary } from '@lianban/hub'
import { describe, expect, test } from 'vitest'
import { accessTable } from './access-table.ts'
import { chapters } from './kinds-of-rows.ts'
import { everyOutcome, type Outcome } from './outcomes.ts'
import { rules } from './rules.ts'

const outcomes = everyOutcome()
const allowed = outcomes.filter(({ rule }) => rule)

/** Roles that have nothing to do with records yet, each with its reason. */
const idleRoles = {
  custodian: 'the vault of reporters is not built yet',
}

describe('the access table', () => {
  test('[PE4] the committed table is what the rules say today', async () => {
    const hint = 'The rules changed who may do what: if that was meant, `pnpm policy:table` and commit the difference.'
    await expect(accessTable(), hint).toMatchFileSnapshot('access-table.txt')
  })

  test('[PE5] the table asks about every kind of record and every value a rule can tell apart', () => {
    expect(chapters.map(({ subject }) => subject).toSorted()).toEqual(Object.keys(vocabulary.subjects).toSorted())
    const asked = chapters.flatMap(({ subject, dimensions }) =>
      Object.values(dimensions).flatMap((values) => values.map((value) => `${subject} ${value}`)),
    )
    const known = Object.entries(vocabulary.subjects).flatMap(([subject, { fields }]) =>
      Object.values(fields).flatMap(({ values = [] }) => values.map((value) => `${subject} ${value}`)),
    )
    // A section is open to its case or to members: the table says so in words.
    const inWords = ['Section case', 'Section members']
    expect(known.filter((value) => !asked.includes(value))).toEqual(inWords)
  })

  test('[PE6] every action is open to somebody, and every kind of row to some action', () => {
    const open = new Set(
      allowed.flatMap(({ subject, action, choice }) => [`${subject} ${action}`, rowOf(subject, choice)]),
    )
    const closed = outcomes.flatMap(({ subject, action, choice }) => [`${subject} ${action}`, rowOf(subject, choice)])
    expect([...new Set(closed)].filter((one) => !open.has(one))).toEqual([])
  })

  test('[PE6] every role acts somewhere, or stands on the list of idle roles', () => {
    const acting = new Set(allowed.map(({ role }) => role))
    expect(vocabulary.roles.filter((role) => !acting.has(role))).toEqual(Object.keys(idleRoles))
  })

  test('[PE6] every rule decides something in the table', () => {
    const deciding = new Set<string | undefined>(allowed.map(({ rule }) => rule))
    expect(rules.map(({ id }) => id).filter((id) => !deciding.has(id))).toEqual([])
  })
})

const rowOf = (subject: string, choice: Outcome['choice']): string => `${subject} ${Object.values(choice).join(', ')}`

import { vocabulary } from '@lianban/hub'
import { makeDrivenClock } from '@lianban/kernel'
import { createPolicy, type FieldDefinition, type Rule, readRules } from '@lianban/policy'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { aDatabase } from '../support/postgres.ts'
import { aJointWorld } from './joint-world.ts'
import { makeLots } from './lots.ts'
import { noon, stated } from './rules.ts'
import { type Listed, tables, wholeRows } from './whole-rows.ts'

const { ownerUrl, close } = await aDatabase()
const client = new pg.Client({ connectionString: ownerUrl })
await client.connect()
afterAll(async () => {
  await client.end()
  await close()
})
const owner = drizzle(client)
const world = await aJointWorld(owner, makeLots(20250521))
const rows = await wholeRows(owner)
const officers = [world.beijing, world.police, world.late].map((joiner) => joiner.officers[1]!)

/** Of a word that no lot draws only the silence is compared: grants passed on hang on others. */
const notDrawn = ['onwardAgencyId']

const texts = [stated.purpose, '联合宣传', '目的', '110000']
/** Everything that one attribute may be asked; a list of words is asked for each. */
function testsOf({ type, values }: FieldDefinition): object[] {
  if (type === 'flag') return [true, false] as unknown as object[]
  if (type === 'number') return [1, { not: 1 }] as unknown as object[]
  if (type === 'texts') return texts.map((has) => ({ has }))
  if (type === 'time') {
    const window = {
      after: new Date(noon.getTime() - 2).toISOString(),
      before: new Date(noon.getTime() + 2).toISOString(),
    }
    return [{ after: '$now' }, { before: '$now' }, window]
  }
  const known = values ?? (type === 'id' ? ['$officer.agencyId', '$officer.id'] : [...texts, '$officer.region'])
  const some = known.slice(0, 2)
  return [...known, ...(known.length > 1 ? [some] : []), { not: known[0] }] as object[]
}

function conditionsOn(subject: Listed): object[] {
  const { fields, relations } = vocabulary.subjects[subject]!
  const own = Object.entries(fields).flatMap(([name, field]) => testsOf(field).map((asked) => ({ [name]: asked })))
  const related = Object.entries(relations).flatMap(([relation, { fields: inner }]) =>
    Object.entries(inner).flatMap(([name, field]) =>
      testsOf(field).map((asked) => ({ [relation]: { some: { [name]: asked } } })),
    ),
  )
  return [...own, ...related]
}

const because = { zh: '规则', en: 'The rule.' }
function ruleOf(subject: string, when: object): Rule {
  const text = JSON.stringify([{ id: 'R-1', roles: vocabulary.roles, action: 'read', subject, when, because }])
  return readRules([{ file: 'word.yaml', text }], vocabulary)[0]!
}

describe('whatever the vocabulary lets a rule ask', () => {
  test.each(Object.keys(tables) as Listed[])(
    '[PE20] of a %s is answered alike in a list and in a decision',
    async (subject) => {
      const seen = new Set<string>()
      for (const when of conditionsOn(subject)) {
        const policy = createPolicy({ rules: [ruleOf(subject, when)], vocabulary, clock: makeDrivenClock(noon) })
        for (const officer of officers) {
          const found = await owner
            .select({ id: tables[subject].id })
            .from(tables[subject])
            .where(policy.filter(officer, 'read', subject))
          const decided = rows[subject].filter((row) => policy.allows(officer, 'read', subject, row))
          expect(found.map(({ id }) => id).toSorted(), JSON.stringify(when)).toEqual(
            decided.map(({ id }) => id).toSorted(),
          )
          if (decided.length > 0) seen.add(Object.keys(when)[0]!)
        }
      }
      const { fields, relations } = vocabulary.subjects[subject]!
      // A word that never held would prove nothing.
      const words = [...Object.keys(fields), ...Object.keys(relations)]
      expect(words.filter((name) => !seen.has(name))).toEqual(subject === 'Grant' ? notDrawn : [])
    },
  )
})

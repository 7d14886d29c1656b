import { makeDrivenClock, newId } from '@lianban/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { hana, letters, noon, pavel, vocabulary } from './letter-world.ts'
import { readRules } from './load-rules.ts'
import { createPolicy } from './policy.ts'
import { repeatedList } from './repeated-list.ts'

const { Letter } = vocabulary.subjects
const listed = {
  ...vocabulary,
  subjects: { Letter: { ...Letter!, list: { table: letters, at: letters.sentAt, id: letters.id } } },
}
const text = `
- id: LETTER-READ-OWN
  roles: [clerk]
  action: read
  subject: Letter
  when: { ownerAgencyId: $officer.agencyId, stage: sent, sentAt: { before: $now } }
  because: { zh: 规则, en: The rule. }
- id: LETTER-READ-SHARED
  roles: [clerk]
  action: read
  subject: Letter
  when: { shares: { some: { granteeAgencyId: $officer.agencyId, state: live, expiresAt: { after: $now } } } }
  because: { zh: 规则, en: The rule. }
`
const policyAt = (now: Date) => {
  const clock = makeDrivenClock(now)
  return {
    clock,
    policy: createPolicy({ rules: readRules([{ file: 'letter.yaml', text }], listed), vocabulary: listed, clock }),
  }
}
const said = (query: SQL) => new PgDialect().sqlToQuery(query)
const hour = 3_600_000
const later = new Date(noon.getTime() + hour)
const place = { limit: 5, after: { at: new Date(noon.getTime() - hour), id: newId() } }

test('[PO38] a list asked for again, later and further on, is the one that a new policy makes', () => {
  const { clock, policy } = policyAt(noon)
  const asked = () => {
    const visible = policy.visible(pavel, 'read', 'Letter')
    return [visible.page({ limit: 3 }), visible.page(place), visible.count()].map(said)
  }
  const early = asked()
  clock.advance(hour)
  const fresh = policyAt(later).policy.visible(pavel, 'read', 'Letter')
  const again = asked()
  expect(again).toEqual([fresh.page({ limit: 3 }), fresh.page(place), fresh.count()].map(said))
  for (const [n, { sql, params }] of again.entries()) {
    expect(sql).toBe(early[n]?.sql)
    expect(params).toContain(new Date(later.getTime() + 1).toISOString())
    expect(JSON.stringify(params)).not.toContain(noon.toISOString().slice(0, 16))
  }
})

test('[PO38] officers of one post share the text, and each brings the own values', () => {
  const { policy } = policyAt(noon)
  const [ofPavel, ofHana] = [pavel, { ...hana, roles: pavel.roles }].map((officer) =>
    said(policy.visible(officer, 'read', 'Letter').page({ limit: 3 })),
  )
  expect(ofHana?.sql).toBe(ofPavel?.sql)
  expect(ofPavel?.sql).toContain("'live'")
  expect(ofPavel?.params).toContain(pavel.agencyId)
  expect(ofHana?.params).not.toContain(pavel.agencyId)
})

test('[PO38] a list that reckons with the instant in a way that cannot be filled in again is a fault', () => {
  const none = sql`false`
  const list = repeatedList(
    (now) => ({
      condition: none,
      isDriven: true,
      page: () => sql`select ${now.getUTCFullYear()}`,
      count: () => sql`${now.toISOString()}`,
    }),
    () => false,
  )
  expect(() => list.page(noon, { limit: 1 })).toThrow('does not come out the same')
  expect(said(list.count(noon)).params).toEqual([noon.toISOString()])
})

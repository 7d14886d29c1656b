import { canonicalJson, type EntryId, newId } from '@lianban/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyOf, type Entry, entryOf } from './entry.ts'
import { inputDigest, makeSalt } from './input-digest.ts'

const anEntry = (over: Partial<Entry> = {}): Entry => ({
  id: newId<EntryId>(),
  at: new Date('2021-05-21T01:02:03.004Z'),
  act: 'case.open',
  outcome: 'done',
  ...over,
})

test('[AU8] a body is canonical JSON with the time in milliseconds', () => {
  const entry = anEntry({ subject: { kind: 'Case', id: '京烟案' }, facts: { items: 3 } })
  const body = bodyOf(entry)
  expect(body).toBe(canonicalJson(JSON.parse(body)))
  expect(body).toContain('"at":1621558923004')
  expect(JSON.parse(body).v).toBe(1)
})

test('[AU8] an entry read back from its body is the entry that was written', () => {
  const text = fc.string({ maxLength: 40, unit: 'grapheme' })
  fc.assert(
    fc.property(
      text,
      fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,9}$/), fc.oneof(text, fc.integer())),
      fc.date({ noInvalidDate: true }),
      (rule, facts, at) => {
        const entry = anEntry({ rule, facts: { ...facts }, at })
        expect(entryOf(bodyOf(entry))).toEqual(entry)
      },
    ),
  )
})

test.each([
  ['a field nobody declared', { content: '嫌疑人张某' }],
  ['a sentence as the name of a fact', { facts: { 张某的电话: 1 } }],
  ['a long text among the facts', { facts: { note: '文'.repeat(201) } }],
  ['an act without a vertical', { act: 'open' }],
  ['an outcome that is neither done nor refused', { outcome: 'maybe' }],
  ['a case that is not an id', { caseId: 'BJ-0521' }],
])('[AU9] an entry with %s is not written', (_, over) => {
  expect(() => bodyOf(anEntry(over as Partial<Entry>))).toThrow()
})

test('[AU10] one input has two digests under two salts', () => {
  const input = { title: '线索', amount: 3 }
  const [salt, other] = [makeSalt(), makeSalt()]
  expect(salt.length).toBe(16)
  expect(inputDigest(salt, input)).toBe(inputDigest(salt, { amount: 3, title: '线索' }))
  expect(inputDigest(salt, input)).not.toBe(inputDigest(other, input))
})

import { expect, test } from 'vitest'
import { denied, invalidInput, Refusal, stale, unseen } from './refusal.ts'

const refusals = [
  unseen(),
  denied({ action: 'share', subject: 'Case' }),
  invalidInput({ field: 'title' }),
  stale({ expected: 1, found: 2 }),
]

test('[KE60] absent and not yours to see are one value without facts', () => {
  const { kind, code, sentence, facts } = unseen()
  expect({ kind, code, facts }).toEqual({ kind: 'not-found', code: 'record.unseen', facts: {} })
  expect(unseen()).toMatchObject({ kind, code, sentence, facts })
})

test.each(refusals)('[KE61] the refusal $code says in Chinese and English what to do next', ({ sentence }) => {
  expect(sentence.zh).toMatch(/请.+。$/)
  expect(sentence.en).toMatch(/\..+\.$/)
})

test('[KE62] each refusal has its kind and a stable code', () => {
  expect(refusals.map(({ kind, code }) => [kind, code])).toEqual([
    ['not-found', 'record.unseen'],
    ['forbidden', 'policy.denied'],
    ['invalid', 'input.invalid'],
    ['conflict', 'record.stale'],
  ])
  for (const refusal of refusals) expect(refusal).toBeInstanceOf(Refusal)
})

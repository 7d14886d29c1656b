import { expect, test } from 'vitest'
import { caseSign } from './case-sign.ts'

const grant = { id: 'g1', state: 'live', version: 1 }
const section = { position: 1, kind: 'open', version: 1 }
const handoff = { id: 'h1', state: 'prepared', version: 1 }
const aCase = { grants: [grant], sections: [section], handoffs: [handoff] }

test('[WE118] a case nobody touched keeps its sign, in whatever order it is listed', () => {
  const two = [grant, { ...grant, id: 'g2' }]
  expect(caseSign({ ...aCase, grants: two })).toBe(caseSign({ ...aCase, grants: two.toReversed() }))
})

test.each([
  ['a recalled grant', { grants: [{ ...grant, state: 'recalled', version: 2 }] }],
  ['a new grant', { grants: [grant, { ...grant, id: 'g2' }] }],
  ['a section closed to this agency', { sections: [{ position: 1, kind: 'withheld' }] }],
  ['a section with other readers', { sections: [{ ...section, version: 2 }] }],
  ['a handoff signed for', { handoffs: [{ ...handoff, state: 'signed_for', version: 3 }] }],
])('[WE118] %s changes the sign of a case', (_, change) => {
  expect(caseSign({ ...aCase, ...change })).not.toBe(caseSign(aCase))
})

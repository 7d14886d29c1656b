import { expect, test } from 'vitest'
import type { AssistanceOptions } from '../app/api-types.ts'
import { asked, blankAsk, lackingIn, lanesOf, papersOf } from './ask-draft.ts'

const receiver = (id: string, papers: string[], lanes: string[]) =>
  ({
    agency: { id },
    bar: null,
    papers,
    papersForCompany: [...papers, 'approval'],
    lanes,
  }) as unknown as AssistanceOptions['receivers'][number]
const receivers = [receiver('a', ['letter'], ['fast', 'near']), receiver('b', ['letter', 'certificate'], ['fast'])]
const custom = { id: 'custom', asksReason: true, mostDays: 60 } as AssistanceOptions['urgencies'][number]

test('[WE503] papers and lanes are those of all who are asked', () => {
  const draft = { ...blankAsk(), receivers: ['a', 'b'] }
  expect(papersOf(draft, receivers)).toEqual(['letter', 'certificate'])
  expect(lanesOf(draft, receivers)).toEqual(['fast'])
  expect(lanesOf({ ...draft, receivers: ['a'] }, receivers)).toEqual(['fast', 'near'])
  const company = [{ kind: 'company' as const, value: '某公司' }]
  expect(papersOf({ ...draft, receivers: ['a'], targets: company }, receivers)).toEqual(['letter', 'approval'])
})

test('[WE503] a letter that lacks something is not sent to the hub', () => {
  const written = { kind: 'watch', number: '1', legalBasis: '1', facts: '1', questions: '1', contact: '1' }
  const draft = { ...blankAsk(), ...written, receivers: ['a'], targets: [{ kind: 'place' as const, value: '某处' }] }
  expect(lackingIn(draft, ['letter'], undefined)).toEqual(['letter'])
  const whole = { ...draft, papers: { letter: '1号' } }
  expect(lackingIn(whole, ['letter'], custom)).toEqual(['urgencyReason', 'days'])
  expect(lackingIn({ ...whole, urgencyReason: '急', days: '61' }, ['letter'], custom)).toEqual(['days'])
  expect(asked({ ...whole, days: '9' }, ['letter'], custom)).toMatchObject({ days: 9, papers: [{ number: '1号' }] })
  expect(asked(whole, ['letter'], undefined)).not.toHaveProperty('lane')
})

import { expect, test } from 'vitest'
import { blankCase, type ClueForCase, draftProblems, prefillFrom } from './case-draft.ts'

const aClue: ClueForCase = {
  title: '向未成年人出售伪装电子烟',
  region: '110113',
  label: 'sensitive',
  handlingCode: 'no_onward',
}
const aDraft = {
  ...blankCase('2025-05-21'),
  ...prefillFrom([aClue]),
  number: 'BJ-0521',
  charge: '非法经营',
  summary: '2024年11月群众举报',
}

test('[WE104] a case opened from a clue takes its title, region and protection', () => {
  expect(prefillFrom([aClue])).toEqual({
    name: aClue.title,
    region: '110113',
    label: 'sensitive',
    handlingCode: 'no_onward',
  })
})

test('[WE104] a clue that arrives late fills every field but those already typed in', () => {
  expect(prefillFrom([aClue], new Set(['name', 'number', 'summary']))).toEqual({
    region: '110113',
    label: 'sensitive',
    handlingCode: 'no_onward',
  })
})

test('[WE104] a case of several clues takes the strictest label among them', () => {
  const mild: ClueForCase = { ...aClue, label: 'public', handlingCode: 'unrestricted' }
  expect(prefillFrom([mild, aClue])).toMatchObject({ label: 'sensitive', handlingCode: 'no_onward' })
  expect(prefillFrom([mild])).toMatchObject({ label: 'internal', handlingCode: 'unrestricted' })
})

test('[WE104] a case without clues is filled in by nobody', () => {
  expect(prefillFrom([])).toEqual({})
})

test('[WE104] a case may not be labelled lower than its clue', () => {
  expect(draftProblems({ ...aDraft, label: 'public' }, [aClue])).toEqual({ label: 'labelTooLow' })
  expect(draftProblems({ ...aDraft, label: 'core_sensitive' }, [aClue])).toEqual({})
})

test('[WE105] an empty draft names every field that is missing at once', () => {
  expect(Object.keys(draftProblems(blankCase(''))).toSorted()).toEqual([
    'charge',
    'name',
    'number',
    'openedOn',
    'region',
    'summary',
  ])
})

test.each(['2024', '2024-11', '2024-02-29'])('[WE106] a case may be opened on the partial date %s', (text) => {
  expect(draftProblems({ ...aDraft, openedOn: text })).toEqual({})
})

test.each(['', '24', '2024-13', '2023-02-29', '2024-1-1', '2024/11'])(
  '[WE106] a case may not be opened on "%s"',
  (text) => {
    expect(draftProblems({ ...aDraft, openedOn: text })).toEqual({ openedOn: 'date' })
  },
)

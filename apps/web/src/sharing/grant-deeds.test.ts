import { expect, test } from 'vitest'
import { deedsFor } from './grant-deeds.ts'

const closed = {
  state: 'live',
  isNews: false,
  longer: null,
  extensionUntil: null,
  canDecide: false,
  canExtend: false,
  canRecall: false,
  canPassOn: false,
  canNote: false,
}
const longer = { offered: '2026-12-31', latest: '2027-12-31' }

test.each([
  ['nothing that the hub refuses', {}, []],
  ['deciding to the second officer', { state: 'proposed', canDecide: true }, ['approve', 'decline']],
  ['extending while there is something to give', { canExtend: true, longer }, ['extend']],
  ['no extending where nothing carries a longer term', { canExtend: true }, []],
  ['no second extension while one waits', { canExtend: true, longer, extensionUntil: '2026-12-31' }, []],
  ['taking note of what is new', { canNote: true, isNews: true }, ['note']],
  ['no note of what is known', { canNote: true }, []],
  ['passing on and recalling', { canPassOn: true, canRecall: true }, ['passOn', 'recall']],
])('[WE201] a grant offers %s', (_, changed, deeds) => {
  expect(deedsFor({ ...closed, ...changed })).toEqual(deeds)
})

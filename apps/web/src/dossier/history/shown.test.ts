import { expect, test } from 'vitest'
import { askedFor, stepOf } from './shown.ts'

const sittings = [{ upTo: 4 }, { upTo: 9 }, { upTo: 12 }]

test('[WE426] a step is shown as it was, with what it changed, and against now or a named version, older first', () => {
  expect(askedFor('past', sittings, 1)).toEqual({ kind: 'past', seq: 9 })
  expect(askedFor('before', sittings, 1)).toEqual({ kind: 'compare', from: 4, to: 9 })
  expect(askedFor('before', sittings, 0)).toEqual({ kind: 'compare', from: 0, to: 4 })
  expect(askedFor('now', sittings, 1)).toEqual({ kind: 'compare', from: 9, to: undefined })
  expect(askedFor('version 12', sittings, 0)).toEqual({ kind: 'compare', from: 4, to: 12 })
  expect(askedFor('version 4', sittings, 2)).toEqual({ kind: 'compare', from: 4, to: 12 })
})

test('[WE426] a named moment is found on the slider at the step that holds it', () => {
  expect([1, 4, 5, 12, 99].map((seq) => stepOf(sittings, seq))).toEqual([0, 0, 1, 2, 2])
})

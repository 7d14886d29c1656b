import { expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import { deedsByCustody, handoffMoves } from './handoffs.ts'
import { gatesOf } from './moves.ts'

const { handoffs, tracks } = ourLaw

test('[LA77] where a handoff stands is a state of the track that its kind follows', () => {
  const { table, track } = handoffs.case_transfer!
  const reached = new Set([table.starts, ...table.moves.map(({ to }) => to), table.end!.to])
  for (const standing of [...reached].filter((each) => each !== 'cancelled'))
    expect([standing, track!.standsFor[standing] ?? standing]).toEqual([
      standing,
      Object.keys(tracks.tables.transfer.states).find((state) => state === (track!.standsFor[standing] ?? standing)),
    ])
})

test('[LA78] what ends a transfer when its case is taken back is made by nobody, and leaves it returned', () => {
  const { table } = handoffs.case_transfer!
  expect(table.end).toMatchObject({ to: 'returned_for_administration', rung: 'concluded' })
  expect(table.states[table.end!.to]!.as).toBe('returned')
  expect(table.moves.map(({ id }) => id)).not.toContain(table.end!.id)
  expect(handoffMoves(ourLaw, { kind: 'case_transfer', standing: table.end!.to, returns: 9 })).toEqual([])
})

test('[LA79] the steps that a state of the records leaves open are those of the table of the kind', () => {
  const deeds = deedsByCustody(ourLaw, 'case_transfer')
  expect(deeds.prepared).toEqual(['dispatch', 'cancel'])
  expect(deeds.signed_for).toEqual(['accept', 'acceptInPart', 'return', 'forward'])
  // What the procuratorate begins is answered once it is signed for.
  expect(deedsByCustody(ourLaw, 'filing_supervision').signed_for).toEqual(['act', 'answer'])
  expect([deeds.forwarded, deeds.cancelled]).toEqual([[], []])
  expect(gatesOf(ourLaw, 'administrative', 'review').map(({ paper, fromFen }) => [paper.id, fromFen])).toEqual([
    ['legal_review', null],
    ['collective_deliberation', null],
    ['collective_deliberation', 5_000_000],
  ])
})

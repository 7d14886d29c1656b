import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ourLaw, ourLawFolder } from './a-law.ts'
import { runHandoffExamples } from './handoff-examples.ts'
import { handoffMove, handoffMoves, kindOfHandoff, returnReasons } from './handoffs.ts'
import { LawFileError, readLaw } from './load-law.ts'

const read = (name: string): string => readFileSync(join(ourLawFolder, name), 'utf8')
const problemsWith = (from: string, to: string): string[] => {
  try {
    readLaw((name) => {
      const text = read(`${name}.yaml`)
      return { file: `${name}.yaml`, text: name === 'handoffs' ? text.replace(from, to) : text }
    })
    return []
  } catch (error) {
    if (error instanceof LawFileError) return error.problems.map(({ file, what }) => `${file} ${what}`)
    throw error
  }
}

test('[LA70] every move of every kind is taken by a worked walk, and a walk that does not hold is told', () => {
  const text = read('handoffs.examples.yaml')
  expect(runHandoffExamples(ourLaw, { file: 'x', text }).problems).toEqual([])
  const played = (from: string, to: string) =>
    runHandoffExamples(ourLaw, { file: 'x', text: text.replace(from, to) }).problems.map(({ what }) => what)
  expect(played('ends: cancelled', 'ends: returned')[0]).toContain('ends as cancelled')
  expect(played('[dispatch, deliver, forward]', '[dispatch, forward, deliver]')[0]).toContain('deliver is not open')
  expect(played('as: taken', 'as: accepted')[0]).toContain('which is taken')
  expect(played('closed: [deliver,', 'closed: [dispatch,')[0]).toContain('dispatch is open')
})

test('[LA71] a kind with an unknown move, state, event, law or list is refused by file and line', () => {
  expect(problemsWith('events: { dispatch:', 'events: { despatch:')).toEqual([
    expect.stringContaining('unknown move despatch'),
  ])
  expect(problemsWith('transfer.sent', 'transfer.send')).toEqual([
    expect.stringContaining('unknown event transfer.send'),
  ])
  expect(problemsWith('to: signed_for', 'to: signed')).toContainEqual(expect.stringContaining('unknown state signed'))
  expect(problemsWith('list: clue', 'list: clews')).toHaveLength(1)
  expect(problemsWith('{ law: order_310, article: 13 }', '{ law: order_311 }')).toHaveLength(1)
})

test('[LA72] a kind that moves no case is taken and never accepted as one, and goes by the ladder alone', () => {
  for (const { moves, table } of Object.values(ourLaw.handoffs)) {
    const custodies = Object.values(table.states).map(({ as }) => as)
    expect(custodies.includes('accepted')).toBe(moves !== 'nothing')
  }
  expect(() => kindOfHandoff(ourLaw, 'constructor')).toThrow('No hand-over has this name')
})

test('[LA73] a move without its papers is refused by their names', () => {
  const at = { kind: 'case_transfer', standing: 'accepted', returns: 0 }
  expect(() => handoffMove(ourLaw, at, 'file', [])).toThrow('notice of filing')
  expect(handoffMove(ourLaw, at, 'file', ['filing_notice'])).toMatchObject({ to: 'filed', by: 'receiver' })
  expect(() => handoffMove(ourLaw, at, 'dispatch', [])).toThrow('not open')
})

test('[LA74] the second return opens the way to a decision, and missing papers return no transfer', () => {
  const open = (returns: number) =>
    handoffMoves(ourLaw, { kind: 'jurisdiction', standing: 'returned', returns }).map(({ id }) => id)
  expect([open(1), open(2)]).toEqual([['conclude'], ['refer', 'conclude']])
  const codes = (kind: string, move: string) => returnReasons(ourLaw, kind, move).map(({ code }) => code)
  expect(codes('case_transfer', 'return')).toEqual(['not_ours', 'no_crime'])
  expect(codes('goods', 'return')).toContain('list_and_goods_differ')
  expect(codes('case_transfer', 'accept_in_part')).toContain('test_report_missing')
})

test('[LA142] the letter of a kind may have words of its own, and an unknown blank in them is refused by line', () => {
  expect(ourLaw.handoffs.penalty_opinion!.body!.join('')).toContain('现提出检察意见：{purpose}')
  expect(problemsWith('现提出检察意见：{purpose}', '现提出检察意见：{wish}')).toEqual([
    expect.stringContaining('a blank is one of'),
  ])
})

test('[LA143] an opinion asks for the steps before it, and where a kind is watched is a state of its track', () => {
  expect(ourLaw.handoffs.penalty_opinion!.track).toMatchObject({ name: 'reverse', asksSteps: true })
  expect(ourLaw.handoffs.case_transfer!.track).toMatchObject({ asksSteps: false, watched: ['reconsideration'] })
  expect(problemsWith('watched: [reconsideration]', 'watched: [reconsidering]')).toEqual([
    expect.stringContaining('unknown state reconsidering'),
  ])
})

test('[LA144] what the law owes the procuratorate says so: reasons, filings, answers and replies', () => {
  const owed = ourLaw.deadlines.rules.filter(({ owedTo }) => owedTo === 'procuratorate')
  expect(owed.map(({ id }) => id)).toEqual(['PS-01', 'PS-02', 'PS-03', 'PS-06', 'PS-05', 'RV-03'])
  expect(owed.map(({ liable }) => liable)).not.toContain('procuratorate')
})

import { CaseId, type FigureId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { type Measure, measures } from './case.ts'
import { unitExpected } from './refusals.ts'
import { findCase, insertFigure } from './store.ts'

const fixedUnit: Partial<Record<Measure, string>> = {
  marked_value: '元',
  goods_value: '元',
  case_value: '元',
  amount_involved: '元',
  fund_flow: '元',
  persons: '人',
}

/** A number goes on record with its source and the source's own words; values are in yuan, persons in heads. */
export const recordFigure = command({
  name: 'case.recordFigure',
  on: 'Case',
  input: z.object({
    caseId: CaseId,
    measure: z.enum(measures),
    what: line(120),
    amount: z.number().nonnegative().max(1e15),
    unit: line(10),
    isApproximate: z.boolean(),
    asWritten: line(200),
    source: line(200),
  }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, officer, tx, now }) {
    const expected = fixedUnit[input.measure]
    if (expected && input.unit !== expected) throw unitExpected(expected)
    const figureId = newId<FigureId>()
    await insertFigure(tx, {
      ...input,
      id: figureId,
      recordedBy: officer.id,
      recordedAgencyId: officer.agencyId,
      recordedAt: now,
    })
    return { figureId }
  },
  facts: ({ input }) => ({ measure: input.measure }),
})

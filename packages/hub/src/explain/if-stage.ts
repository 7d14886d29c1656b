import { CaseId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase, stages } from '../cases/index.ts'
import { find } from '../query.ts'
import { standingAround } from './around.ts'
import { atStage, withBelongings } from './belonging.ts'
import { changes } from './changes.ts'
import { standsOf } from './stands.ts'

/** Who would gain and who would lose what in a case, its sections and its clues, if it moved to another stage; nothing moves. */
export const explainIfStage = find({
  name: 'explain.ifStage',
  on: 'Case',
  input: z.strictObject({ caseId: CaseId, stage: z.enum(stages) }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ input, subject, officer, tx, hub }) {
    const { policy } = hub
    const records = await withBelongings(tx, subject, { officer, policy })
    const moved = records.map((record) => atStage(record, input.stage))
    const stands = await standsOf(tx, await standingAround(tx, subject))
    return { from: subject.stage, ...changes({ law: hub.law, stands, records: moved, before: policy, after: policy }) }
  },
})

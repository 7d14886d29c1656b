import { CaseId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { line, PartialDate } from '../classification.ts'
import { command } from '../command.ts'
import { caseEventKinds } from './case.ts'
import { findCase, insertEvent } from './store.ts'

/** Something that happened in the case, with the day as exactly as the source knows it. */
export const recordEvent = command({
  name: 'case.recordEvent',
  on: 'Case',
  input: z.object({
    caseId: CaseId,
    kind: z.enum(caseEventKinds),
    happenedOn: PartialDate,
    what: line(500),
    source: line(200),
  }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, officer, tx, now }) {
    const eventId: string = newId()
    await insertEvent(tx, { ...input, id: eventId, recordedBy: officer.id, recordedAt: now })
    return { eventId }
  },
  facts: ({ input }) => ({ kind: input.kind }),
})

import { AlertId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { findAlert, insertAnswer } from './store.ts'

/** Whoever was told writes what became of it: there was a good reason, or it is being pursued. */
export const answerAlert = command({
  name: 'alert.answer',
  on: 'Alert',
  input: z.object({ alertId: AlertId, verdict: z.enum(['explained', 'pursued']), note: line(500) }),
  about: ({ alertId }) => alertId,
  subject: ({ tx, input }) => findAlert(tx, input.alertId),
  async run({ input, subject, officer, tx, now }) {
    const { verdict, note } = input
    await insertAnswer(tx, { alertId: subject.id, verdict, note, answeredBy: officer.id, answeredAt: now })
    return { alertId: subject.id }
  },
  facts: ({ input, subject }) => ({ agency: subject.agencyId, answer: input.verdict }),
})

import type { Tx } from '@lianban/db'
import { type OfficerId, Refusal } from '@lianban/kernel'
import { digestOf } from '@lianban/kernel/digest'
import { and, eq } from 'drizzle-orm'
import { jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { lock } from './lock.ts'

const submissions = pgTable(
  'submissions',
  {
    officerId: uuid('officer_id').$type<OfficerId>().notNull(),
    submissionId: uuid('submission_id').notNull(),
    command: text('command').notNull(),
    inputDigest: text('input_digest').notNull(),
    output: jsonb('output').notNull(),
    submittedAt: timestamp('submitted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.officerId, table.submissionId] })],
)

const reused = () =>
  new Refusal('conflict', 'submission.reused', {
    zh: '此次提交的编号已用于另一项操作。请刷新页面后重试。',
    en: 'This submission key was already used for something else. Reload the page and try again.',
  })

/** Carries a submission out once: a second click waits for the first and gets the first answer. */
export async function answerOnce<Output>(
  tx: Tx,
  given: { officerId: OfficerId; submissionId: string; command: string; input: unknown; now: Date },
  act: () => Promise<Output>,
): Promise<Output> {
  const { officerId, submissionId, command, now } = given
  const inputDigest = digestOf(given.input)
  await lock(tx, officerId, submissionId)
  const [earlier] = await tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.officerId, officerId), eq(submissions.submissionId, submissionId)))
  if (earlier) {
    if (earlier.command !== command || earlier.inputDigest !== inputDigest) throw reused()
    return earlier.output as Output
  }
  const output = await act()
  await tx.insert(submissions).values({ officerId, submissionId, command, inputDigest, output, submittedAt: now })
  return output
}

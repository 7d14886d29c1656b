import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '../command.ts'
import { notices } from './table.ts'

/** Marks notices of the officer’s own as read, by their numbers. */
export const seeNotices = command({
  name: 'notice.see',
  on: 'Notice',
  input: z.object({ numbers: z.array(z.int().positive()).min(1).max(100) }),
  subject: async ({ officer }) => ({ id: officer.id, officerId: officer.id }),
  async run({ input, officer, tx, now }) {
    const seen = await tx
      .update(notices)
      .set({ seenAt: now })
      .where(and(eq(notices.officerId, officer.id), inArray(notices.number, input.numbers), isNull(notices.seenAt)))
      .returning({ number: notices.number })
    return { seen: seen.length }
  },
  facts: ({ output }) => ({ count: output.seen }),
})

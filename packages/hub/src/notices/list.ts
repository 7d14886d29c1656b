import { and, desc, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { after, PageInput, pageOf, rowsToFetch } from '../page.ts'
import { list } from '../query.ts'
import { mattersOf } from './matters.ts'
import { wordsOf } from './said.ts'
import { notices } from './table.ts'

/** More than these are not counted: the bell says 99+. */
const mostCounted = 100

/** What the officer was told, the newest first, with how much of it nobody has looked at yet. */
export const listNotices = list({
  name: 'notice.list',
  input: PageInput.omit({ q: true }).extend({ isUnseen: z.boolean().optional() }),
  async run(given) {
    const { input, officer, tx, hub } = given
    const mine = hub.policy.filter(officer, 'read', 'Notice')
    const rows = await tx
      .select()
      .from(notices)
      .where(
        and(mine, input.isUnseen ? isNull(notices.seenAt) : undefined, after(input.cursor, notices.at, notices.id)),
      )
      .orderBy(desc(notices.at), desc(notices.id))
      .limit(rowsToFetch(input))
    const { shown, nextCursor } = pageOf(rows, input, ({ at }) => at)
    const unseen = await tx
      .select({ isUrgent: notices.isUrgent })
      .from(notices)
      .where(and(mine, isNull(notices.seenAt)))
      .limit(mostCounted)
    const matters = await mattersOf(given, shown)
    const { kinds } = hub.law.notices
    const items = shown.flatMap((row) => {
      const matter = matters.get(row.matterId)
      if (!matter) return []
      return [
        {
          ...{ id: row.id, number: row.number, kind: row.kind, isUrgent: row.isUrgent, at: row.at, seenAt: row.seenAt },
          kindWords: kinds[row.kind]?.words ?? null,
          words: wordsOf(hub.law, row),
          matter,
        },
      ]
    })
    return {
      items,
      nextCursor,
      unseen: { all: unseen.length, urgent: unseen.filter(({ isUrgent }) => isUrgent).length },
    }
  },
})

import { dutyHoursOf } from '@lianban/law'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '../command.ts'
import { list } from '../query.ts'
import { refusals } from './refusals.ts'
import { noticeChoices } from './table.ts'

/** The officer chooses whether to be told of one kind; what cannot wait is told to everybody. */
export const chooseNotices = command({
  name: 'notice.choose',
  on: 'Notice',
  input: z.object({ kind: z.string().regex(/^[a-z_0-9]{1,60}$/), isWanted: z.boolean() }),
  subject: async ({ officer }) => ({ id: officer.id, officerId: officer.id }),
  async run({ input: { kind, isWanted }, officer, tx, now, hub }) {
    const { kinds } = hub.law.notices
    if (!Object.hasOwn(kinds, kind)) throw refusals.kindUnknown()
    if (kinds[kind]!.isFixed && !isWanted) throw refusals.kindFixed()
    const chosen = { isWanted, chosenAt: now }
    await tx
      .insert(noticeChoices)
      .values({ officerId: officer.id, kind, ...chosen })
      .onConflictDoUpdate({ target: [noticeChoices.officerId, noticeChoices.kind], set: chosen })
    return { kind, isWanted }
  },
  facts: ({ output }) => ({ kind: output.kind, state: output.isWanted ? 'on' : 'off' }),
})

/** Every kind of notice that there is, and which of them the officer is told. */
export const noticeOptions = list({
  name: 'notice.options',
  input: z.strictObject({}),
  async run({ officer, tx, hub }) {
    const { kinds, acts } = hub.law.notices
    const { rows } = await tx.execute<{ slug: string }>(sql`select slug from agencies where id = ${officer.agencyId}`)
    const chosen = await tx.select().from(noticeChoices)
    const left = new Set(
      chosen.filter(({ officerId, isWanted }) => officerId === officer.id && !isWanted).map(({ kind }) => kind),
    )
    return {
      kinds: Object.entries(kinds).map(([kind, { words, outside, isFixed, isUrgent }]) => ({
        ...{ kind, words, outside, isFixed, isUrgent },
        isWanted: isFixed || !left.has(kind),
        climbsAfter: acts.find((one) => one.kind === kind && one.climbs.length)?.climbs[0]?.afterMinutes ?? null,
      })),
      dutyHours: dutyHoursOf(hub.law.notices, rows[0]!.slug),
    }
  },
})

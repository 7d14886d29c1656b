import { z } from 'zod'
import { find } from '../query.ts'
import { standingAround } from './around.ts'
import { postsNow } from './posts.ts'
import { AnyRecord, findRow } from './record.ts'
import { seeingOf } from './standing.ts'

/** Which posts of which agencies can do what with a record of any kind today, and by which rule. */
export const explainOthers = find({
  name: 'explain.others',
  on: ({ record }) => record.kind,
  input: z.strictObject({ record: AnyRecord }),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: ({ tx, input }) => findRow(tx, input.record),
  async run({ input, subject: row, tx, now, hub }) {
    const { kind } = input.record
    const grantees = await standingAround(tx, row)
    const posts = await postsNow(tx, grantees)
    const items = grantees.map((grantee) => ({
      ...grantee,
      roles: seeingOf({ law: hub.law, policy: hub.policy, posts, at: now }, grantee, { kind, row }),
    }))
    // Whoever is only named by a case that the record is part of stands here when a rule lets them through, and otherwise not.
    return { items: items.filter(({ roles }) => roles.length > 0) }
  },
})

import { makeDrivenClock } from '@lianban/kernel'
import { createPolicy } from '@lianban/policy'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { pastRow } from '../history/index.ts'
import { find } from '../query.ts'
import { dayInChina } from '../time-in-china.ts'
import { vocabulary } from '../vocabulary.ts'
import { standingAround } from './around.ts'
import { withKnownGrants } from './known-grants.ts'
import { mayReadLog, whoLooked } from './looked.ts'
import { postsNow, postsOn } from './posts.ts'
import { AnyRecord, findRow } from './record.ts'
import { notPast } from './refusals.ts'
import { rulesAt } from './rules-at.ts'
import { seeingOf, standingOf } from './standing.ts'
import { valuesInWords } from './values.ts'
import { ownersOf } from './whom.ts'

/**
 * Who could do what with a record at a past instant, by the row, the roles and the rules of that instant, and who did
 * look at it that day.
 */
export const explainOnDate = find({
  name: 'explain.onDate',
  on: ({ record }) => record.kind,
  input: z.strictObject({ record: AnyRecord, at: z.iso.datetime({ offset: true }) }),
  about: ({ record }) => record.id,
  isLogged: true,
  subject: ({ tx, input }) => findRow(tx, input.record),
  async run({ input, subject: row, officer, tx, now, hub }) {
    const { kind, id } = input.record
    const at = new Date(input.at)
    if (at > now) throw notPast()
    const found = await pastRow(tx, input.record, at)
    // What has no history, such as the register of agencies, is as it is today.
    const past = found && { ...row, ...withKnownGrants(found.row, row, { officer, policy: hub.policy, now }) }
    const { rules, areOfThatDay } = await rulesAt(hub, at)
    const policy = createPolicy({ rules, vocabulary, clock: makeDrivenClock(at) })
    const grantees = past ? await standingAround(tx, past) : []
    const posts = await postsOn(tx, grantees, at)
    const today = { law: hub.law, policy: hub.policy, posts: await postsNow(tx, grantees) }
    const looked = (await mayReadLog({ hub, tx, officer }, input.record, row))
      ? await whoLooked(tx, id, dayInChina(at))
      : undefined
    const items = grantees
      .map((grantee) => ({
        ...grantee,
        roles: past ? seeingOf({ law: hub.law, policy, posts, at }, grantee, { kind, row: past }) : [],
        canToday: standingOf(today, grantee, { kind, row }).length > 0,
        looked: (grantee.officer ? undefined : looked?.get(grantee.agency.id)) ?? null,
      }))
      .filter(({ roles }) => roles.length > 0)
    const listed = new Set(items.map(({ agency }) => agency.id))
    const elsewhere = [...(looked?.keys() ?? [])].filter((agencyId) => !listed.has(agencyId))
    return {
      at,
      existed: Boolean(past),
      values: past ? valuesInWords(kind, past) : [],
      isCertain: found?.isCertain ?? true,
      rulesAreOfThatDay: areOfThatDay,
      /** Whether every grant of that day is in the answer: others than the owner know of fewer. */
      isWhole: ownersOf(row).owner === officer.agencyId,
      items,
      /** Who looked, or tried to, without being among those who could. */
      elsewhere: looked
        ? [...(await agencyCards(tx, elsewhere)).values()].map((agency) => ({ agency, ...looked.get(agency.id)! }))
        : null,
    }
  },
})

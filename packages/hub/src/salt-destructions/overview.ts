import type { Tx } from '@lianban/db'
import { isNull } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards, operatorId } from '../agencies/index.ts'
import { underDuty } from '../duty.ts'
import { holdsWhere, legalHoldLifts } from '../holds/index.ts'
import type { Hub } from '../hub.ts'
import { list } from '../query.ts'
import { kindOfAct } from '../retention-kinds/index.ts'
import { acts } from '../trail/index.ts'
import { coversOf } from './covered.ts'
import { destructionsWhere, saltsStanding } from './store.ts'

/**
 * What the log keeps how long and why, for everybody; for the audit administrators also how many salts stand and are due, how
 * many holds stand and whose, and what is proposed. Nothing in here says what a record is about.
 */
export const findRetention = list({
  name: 'retention.overview',
  input: z.strictObject({}),
  async run({ officer, tx, now, hub }) {
    const operator = { operatorId: await operatorId(tx), proposedBy: officer.id }
    const mayRead = Boolean(hub.policy.allows(officer, 'read', 'SaltDestruction', operator))
    const standing = mayRead ? await saltsStanding(tx, coversOf(hub.retention, Object.keys(acts), now), null) : []
    const byKind = Map.groupBy(standing, ({ act }) => kindOfAct(hub.retention, act).id)
    const kinds = hub.retention.map((kind) => {
      const found = byKind.get(kind.id) ?? []
      const sum = (of: 'salts' | 'due' | 'held') => found.reduce((total, one) => total + one[of], 0)
      const oldest = found.map((one) => one.oldest).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
      return {
        ...{ id: kind.id, says: kind.says, months: kind.months, whileCaseOpen: kind.whileCaseOpen, basis: kind.basis },
        counted: mayRead ? { salts: sum('salts'), due: sum('due'), held: sum('held'), oldest } : null,
      }
    })
    if (!mayRead) return { kinds, keeping: null }
    return {
      kinds,
      keeping: {
        canPropose: Boolean(hub.policy.allows(officer, 'propose', 'SaltDestruction', operator)),
        holds: await standingHolds(tx),
        proposals: await proposals({ tx, hub, officer }),
      },
    }
  },
})

type Reader = { readonly tx: Tx; readonly hub: Hub; readonly officer: Parameters<Hub['policy']['allows']>[0] }

async function proposals({ tx, hub, officer }: Reader) {
  const rows = await destructionsWhere(tx, hub.policy.filter(officer, 'read', 'SaltDestruction'), 50)
  const posts = await officerCards(
    tx,
    rows.flatMap(({ destruction, decision }) => [destruction.proposedBy, ...(decision ? [decision.decidedBy] : [])]),
  )
  return rows.map(({ destruction, decision }) => {
    const may = (action: string) =>
      !decision && Boolean(hub.policy.allows(officer, action, 'SaltDestruction', destruction))
    return {
      ...{ id: destruction.id, recordId: destruction.recordId, salts: destruction.salts, reason: destruction.reason },
      kind: hub.retention.find(({ id }) => id === destruction.kind)?.says ?? null,
      by: posts.get(destruction.proposedBy) ?? null,
      at: destruction.proposedAt,
      decided: decision && {
        ...{ decision: decision.decision, note: decision.note, at: decision.decidedAt },
        by: posts.get(decision.decidedBy) ?? null,
      },
      can: { approve: may('approve'), decline: may('decline'), withdraw: may('withdraw') },
    }
  })
}

/** By whom and since when: the operator is not told on what or why. */
async function standingHolds(tx: Tx) {
  const rows = await underDuty(tx, 'keeping', () => holdsWhere(tx, isNull(legalHoldLifts.holdId)))
  const agencies = await agencyCards(
    tx,
    rows.map(({ hold }) => hold.agencyId),
  )
  return rows.map(({ hold }) => ({
    ...{ kind: hold.recordKind, at: hold.laidAt },
    agency: agencies.get(hold.agencyId)!,
  }))
}

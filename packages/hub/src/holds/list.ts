import type { Tx } from '@lianban/db'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { list } from '../query.ts'
import type { LegalHold } from './hold.ts'
import { namesOfHeld } from './names.ts'
import { holdsWhere } from './store.ts'
import { legalHolds } from './table.ts'

/** The holds that the officer's agency laid, or that stand on its records: those on one record, or all. */
export const listHolds = list({
  name: 'hold.list',
  input: z.strictObject({ recordId: z.uuid().optional() }),
  async run({ input, officer, tx, hub }) {
    const mine = hub.policy.filter(officer, 'read', 'LegalHold')
    const rows = await holdsWhere(tx, and(mine, input.recordId ? eq(legalHolds.recordId, input.recordId) : undefined))
    const agencies = await agencyCards(
      tx,
      rows.map(({ hold }) => hold.agencyId),
    )
    const posts = await officerCards(
      tx,
      rows.flatMap(({ hold, lift }) => [hold.laidBy, ...(lift ? [lift.liftedBy] : [])]),
    )
    const names = await namesOf(
      tx,
      rows.map(({ hold }) => hold),
    )
    return {
      items: rows.map(({ hold, lift }) => ({
        id: hold.id,
        record: { kind: hold.recordKind, id: hold.recordId, name: names.get(hold.recordId) ?? null },
        agency: agencies.get(hold.agencyId)!,
        reason: hold.reason,
        authority: hold.authority,
        by: posts.get(hold.laidBy) ?? null,
        at: hold.laidAt,
        lifted: lift && {
          reason: lift.reason,
          authority: lift.authority,
          by: posts.get(lift.liftedBy) ?? null,
          at: lift.liftedAt,
        },
        canLift: !lift && Boolean(hub.policy.allows(officer, 'lift', 'LegalHold', hold)),
      })),
    }
  },
})

const namesOf = (tx: Tx, holds: readonly LegalHold[]) =>
  namesOfHeld(
    tx,
    holds.map(({ recordId }) => recordId),
  )

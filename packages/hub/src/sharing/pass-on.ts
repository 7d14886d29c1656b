import type { Tx } from '@lianban/db'
import { GrantId, newId } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import type { z } from 'zod'
import { command } from '../command.ts'
import { type Grant, openTo } from '../grants/index.ts'
import type { Hub } from '../hub.ts'
import { putInPlace } from './give.ts'
import { findRecord, type SharedRecord } from './record.ts'
import { notPassable } from './refusals.ts'
import { grantUnder, ShareTerms } from './terms.ts'
import { assertWithinParent } from './within-parent.ts'

/** What is passed on: the purpose is that of the grant it hangs on. */
export const OnwardTerms = ShareTerms.omit({ purpose: true }).extend({ parentGrantId: GrantId })
type OnwardTerms = z.infer<typeof OnwardTerms>

/** A grantee whose grant allows it passes the record on, never further than it reaches itself; the owner is told. */
export const passOnGrant = command({
  name: 'grant.passOn',
  on: ({ record }) => record.kind,
  action: 'passOn',
  input: OnwardTerms,
  about: ({ record }) => record.id,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record, { lock: true })).row,
  async run({ input, officer, tx, now, hub }) {
    const record = await findRecord(tx, input.record)
    const grant = await onwardGrant(tx, record, input, { officer, now, hub })
    await putInPlace(tx, record, grant)
    return { grantId: grant.id, state: grant.state }
  },
  facts: ({ input }) => ({ agency: input.granteeAgencyId, level: input.level }),
})

/** The grant that passing the record on would make; refused where it would be wider than the one it hangs on. */
export async function onwardGrant(
  tx: Tx,
  record: SharedRecord,
  { parentGrantId, ...terms }: OnwardTerms,
  { officer, now, hub }: { officer: Officer; now: Date; hub: Pick<Hub, 'measures'> },
): Promise<Grant> {
  const parent = openTo(record.row.grants, officer, now).find((one) => one.id === parentGrantId)
  if (!parent?.allowsOnward) throw notPassable()
  const { purpose } = parent
  const grant = await grantUnder(
    tx,
    record,
    { ...terms, purpose },
    {
      id: newId<GrantId>(),
      officerId: officer.id,
      now,
      hub,
      origin: 'onward',
      parentGrantId,
      onwardAgencyId: officer.agencyId,
    },
  )
  assertWithinParent(parent, grant)
  return grant
}

import type { Tx } from '@lianban/db'
import { type GrantId, newId } from '@lianban/kernel'
import { tellAccessChanged } from '../access-changed.ts'
import { command } from '../command.ts'
import { closeGrant, type Grant, insertGrant } from '../grants/index.ts'
import { findRecord, type SharedRecord } from './record.ts'
import { grantUnder, ShareTerms } from './terms.ts'

/** The owner opens a record to an agency or one officer of it: level, purpose, legal basis, agreement and end belong to it. */
export const giveGrant = command({
  name: 'grant.give',
  on: ({ record }) => record.kind,
  action: 'share',
  input: ShareTerms,
  about: ({ record }) => record.id,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record, { lock: true })).row,
  async run({ input, officer, tx, now, hub }) {
    const record = await findRecord(tx, input.record)
    const grant = await grantUnder(tx, record, input, { id: newId<GrantId>(), officerId: officer.id, now, hub })
    await putInPlace(tx, record, grant)
    return { grantId: grant.id, state: grant.state }
  },
  facts: ({ input }) => ({
    agency: input.granteeAgencyId,
    ...(input.granteeOfficerId && { officer: input.granteeOfficerId }),
    level: input.level,
  }),
})

/** Saves a new grant. One that has run out would stand in its way, and is closed first. */
export async function putInPlace(tx: Tx, record: SharedRecord, grant: Grant): Promise<void> {
  for (const over of record.row.grants)
    if (over.state === 'live' && over.granteeId === grant.granteeId && over.taskForceId === grant.taskForceId)
      await closeGrant(tx, over, { officerId: grant.givenBy, at: grant.givenAt, reason: null })
  await insertGrant(tx, grant)
  await tellAccessChanged(tx, record)
}

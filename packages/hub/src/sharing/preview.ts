import { type GrantId, newId } from '@lianban/kernel'
import { find } from '../query.ts'
import { foresee } from './foresee.ts'
import { OnwardTerms, onwardGrant } from './pass-on.ts'
import { findRecord } from './record.ts'
import { grantUnder, ShareTerms } from './terms.ts'

/**
 * Says in words, before anything is saved, who will see what: the rules decide on the record as it would stand with
 * the new grant.
 */
export const previewGrant = find({
  name: 'grant.preview',
  on: ({ record }) => record.kind,
  action: 'share',
  input: ShareTerms.strict(),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ input, officer, tx, now, hub }) {
    const record = await findRecord(tx, input.record)
    const grant = await grantUnder(tx, record, input, { id: newId<GrantId>(), officerId: officer.id, now, hub })
    return foresee({ hub, tx, officer }, record, grant)
  },
})

/** The same before a record is passed on. */
export const previewOnward = find({
  name: 'grant.previewOnward',
  on: ({ record }) => record.kind,
  action: 'passOn',
  input: OnwardTerms.strict(),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ input, officer, tx, now, hub }) {
    const record = await findRecord(tx, input.record)
    return foresee({ hub, tx, officer }, record, await onwardGrant(tx, record, input, { officer, now, hub }))
  },
})

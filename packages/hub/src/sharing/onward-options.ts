import { z } from 'zod'
import { openTo } from '../grants/index.ts'
import { needsFourEyes } from '../measures/index.ts'
import { find } from '../query.ts'
import { partnersFor } from './partners.ts'
import { findRecord, RecordRef, withholdableOf } from './record.ts'

/** What the officer may pass on of a record, and to whom: the grants that allow it are the ceiling of what comes after. */
export const onwardOptions = find({
  name: 'grant.onwardOptions',
  on: ({ record }) => record.kind,
  action: 'passOn',
  input: z.strictObject({ record: RecordRef }),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ input, subject, officer, tx, now, hub }) {
    const parents = openTo(subject.grants, officer, now).filter((grant) => grant.allowsOnward)
    return {
      agencies: await partnersFor({ tx, hub, officer, now }, subject),
      parents: parents.map(({ id, level, purpose, legalBasis, withheldFields, expiresAt }) => ({
        id,
        level,
        purpose,
        legalBasis,
        withheldFields,
        expiresAt,
      })),
      withholdable: withholdableOf[input.record.kind],
      remindDays: hub.measures.ceilings.remindDays,
      takesTwo: needsFourEyes(hub.measures.ceilings, subject.label),
    }
  },
})

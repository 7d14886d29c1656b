import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import { find } from '../query.ts'
import { findRecord, RecordRef, withheldFor } from '../sharing/index.ts'
import { correctionsOf } from './store.ts'

/** How a record was corrected: when, why, and from what to what in the fields that the reader may see. */
export const listCorrections = find({
  name: 'correction.list',
  on: ({ record }) => record.kind,
  input: z.strictObject({ record: RecordRef }),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ input, subject, officer, tx, now, hub }) {
    const made = await correctionsOf(tx, input.record.kind, subject.id)
    const posts = await officerCards(
      tx,
      made.map((one) => one.correctedBy),
    )
    const withheld = withheldFor({ hub, officer, now }, { kind: input.record.kind, row: subject })
    const isOwner = subject.ownerAgencyId === officer.agencyId
    return {
      items: made
        .map((one) => {
          const open = one.fields.filter((field) => !withheld.includes(field))
          return {
            id: one.id,
            serial: one.serial,
            reason: one.reason,
            // What was wrong may quote what is withheld: it is for those who see something of what changed.
            fault: isOwner || open.length ? one.fault : null,
            officer: posts.get(one.correctedBy)!,
            at: one.correctedAt,
            proposalId: one.proposalId,
            changes: open.map((field) => ({ field, before: one.former[field], after: one.corrected[field] })),
            withheldFields: one.fields.filter((field) => withheld.includes(field)),
            former: isOwner ? one.former : null,
          }
        })
        .toReversed(),
      can: { correct: Boolean(hub.policy.allows(officer, 'correct', input.record.kind, subject)) },
    }
  },
})

import { z } from 'zod'
import { needsFourEyes } from '../measures/index.ts'
import { find } from '../query.ts'
import { partnersFor } from './partners.ts'
import { findRecord, RecordRef, withholdableOf } from './record.ts'
import { forcesFor } from './task-force-options.ts'

/** Whom a record may be shared with, and under which agreement; one that cannot carry the share says why. */
export const shareOptions = find({
  name: 'grant.options',
  on: ({ record }) => record.kind,
  action: 'share',
  input: z.strictObject({ record: RecordRef }),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ input, subject, officer, tx, now, hub }) {
    return {
      agencies: await partnersFor({ tx, hub, officer, now }, subject),
      taskForces: await forcesFor({ tx, hub, officer, now }, subject),
      withholdable: withholdableOf[input.record.kind],
      remindDays: hub.measures.ceilings.remindDays,
      takesTwo: needsFourEyes(hub.measures.ceilings, subject.label),
    }
  },
})

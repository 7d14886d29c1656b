import type { Tx } from '@lianban/db'
import { Refusal, type Sentence, TaskForceId } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import type { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { command } from '../command.ts'
import type { Hub } from '../hub.ts'
import { find } from '../query.ts'
import { activeSeats, findTaskForce, isActive, type Seat, taskForceOver } from '../seats/index.ts'
import { foresee } from './foresee.ts'
import { putInPlace } from './give.ts'
import { findRecord, type SharedRecord } from './record.ts'
import { grantForSeat, type SeatGrant } from './seats.ts'
import { ShareTerms } from './terms.ts'

const ForceTerms = ShareTerms.omit({ granteeAgencyId: true, granteeOfficerId: true, agreementId: true }).extend({
  taskForceId: TaskForceId,
})

/** The owner opens a record to a task force: to each seat under an agreement of its own; a seat without one is left out. */
export const giveToTaskForce = command({
  name: 'grant.giveToTaskForce',
  on: ({ record }) => record.kind,
  action: 'share',
  input: ForceTerms,
  about: ({ record }) => record.id,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record, { lock: true })).row,
  async run({ input, officer, tx, now, hub }) {
    const record = await findRecord(tx, input.record)
    const outcomes = await grantsForSeats({ tx, hub, officer, now }, record, input)
    const granted = outcomes.flatMap((outcome) => ('grant' in outcome ? [outcome.grant] : []))
    for (const grant of granted) await putInPlace(tx, record, grant)
    return { granted: granted.length, leftOut: outcomes.length - granted.length, state: granted[0]!.state }
  },
  facts: ({ input }) => ({ taskForce: input.taskForceId, level: input.level }),
})

/** Says seat by seat, before anything is saved, who will see what, who is left out and why. */
export const previewForTaskForce = find({
  name: 'grant.previewForTaskForce',
  on: ({ record }) => record.kind,
  action: 'share',
  input: ForceTerms.strict(),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ input, officer, tx, now, hub }) {
    const record = await findRecord(tx, input.record)
    const outcomes = await grantsForSeats({ tx, hub, officer, now }, record, input)
    const seats = []
    for (const outcome of outcomes)
      if ('grant' in outcome) {
        const foreseen = await foresee({ hub, tx, officer }, record, outcome.grant)
        seats.push({ ...(await named(tx, outcome.seat)), foreseen, leftOut: null })
      } else seats.push({ ...(await named(tx, outcome.seat)), foreseen: null, leftOut: outcome.leftOut })
    return { seats }
  },
})

type Given = { readonly tx: Tx; readonly hub: Hub; readonly officer: Officer; readonly now: Date }

async function grantsForSeats(
  { tx, hub, officer, now }: Given,
  record: SharedRecord,
  terms: z.infer<typeof ForceTerms>,
): Promise<SeatGrant[]> {
  const force = await findTaskForce(tx, terms.taskForceId)
  hub.policy.decide(officer, 'read', 'TaskForce', force)
  if (!isActive(force, now)) throw taskForceOver()
  const outcomes: SeatGrant[] = []
  // One after another: they share the transaction's connection.
  for (const seat of activeSeats(force))
    outcomes.push(await grantForSeat(tx, record, terms, { force, seat, now, hub, officerId: officer.id }))
  const left = outcomes.flatMap((outcome) => ('leftOut' in outcome ? [outcome.leftOut] : []))
  if (left.length === outcomes.length) throw noSeatCarries(left[0])
  return outcomes
}

const noSeatCarries = (why: Sentence | undefined) =>
  new Refusal('conflict', 'grant.no-seat-carries', {
    zh: `专案组没有席位可以接收此共享。${why?.zh ?? ''}`,
    en: `No seat of the task force can take this share. ${why?.en ?? ''}`.trim(),
  })

async function named(tx: Tx, seat: Seat) {
  const agency = (await agencyCards(tx, [seat.agencyId])).get(seat.agencyId)!
  return { agency, officer: seat.officerId ? (await officerCards(tx, [seat.officerId])).get(seat.officerId)! : null }
}

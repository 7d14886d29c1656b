import { makeReceipt } from '@lianban/audit'
import type { Tx } from '@lianban/db'
import { type AgencyId, GrantId, HandoffId, type OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { underDuty } from '../duty.ts'
import { findGrant, type Grant } from '../grants/index.ts'
import { findHandoff, type HandoffRow } from '../handoffs/index.ts'
import { find } from '../query.ts'

/** Acts that both sides can hold against each other: what was handed over, given and taken back. */
const acts = {
  Handoff: [
    'case.prepareHandoff',
    'case.handBack',
    'case.handOver',
    'clue.handOn',
    'handoff.dispatch',
    'handoff.deliver',
    'handoff.sign',
    'handoff.accept',
    'handoff.acceptInPart',
    'handoff.return',
    'handoff.forward',
    'handoff.cancel',
    'handoff.act',
    'handoff.answer',
    'handoff.oversee',
  ],
  Grant: ['grant.give', 'grant.approve', 'grant.passOn', 'grant.extend', 'grant.recall', 'grant.decline'],
} as const

type Logged = { readonly id: string; readonly act: string; readonly at: string; readonly body: string }
type Side = {
  readonly agencyId?: string
  readonly officerId?: string
  readonly facts?: Record<string, string | number>
}

/**
 * The receipts for a handoff or a share, for whoever may read it: each proves by itself that the act stands in the log.
 * One that waits is not covered yet by a checkpoint that enough agencies have cosigned.
 */
export const receiptsOf = find({
  name: 'receipt.find',
  on: ({ kind }) => kind,
  input: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('Handoff'), id: HandoffId }),
    z.strictObject({ kind: z.literal('Grant'), id: GrantId }),
  ]),
  about: ({ id }) => id,
  isLogged: true,
  subject: ({ tx, input }): Promise<HandoffRow | Grant> =>
    input.kind === 'Handoff' ? findHandoff(tx, input.id) : findGrant(tx, input.id),
  run: ({ tx, input, subject, hub }) =>
    // Whoever reads the act may hold its proof, whichever side wrote the entry.
    underDuty(tx, 'verifier', async () => {
      const items = []
      for (const entry of await entriesOn(tx, input.kind, subject)) {
        const made = await makeReceipt(tx, hub.receipts, { entryId: entry.id, names: await namesIn(tx, entry.body) })
        const receipt = typeof made === 'object' ? made.receipt : null
        items.push({ entryId: entry.id, act: entry.act, at: new Date(Number(entry.at)), receipt })
      }
      return { items }
    }),
})

async function entriesOn(tx: Tx, kind: keyof typeof acts, subject: HandoffRow | Grant): Promise<Logged[]> {
  // A share is entered on the record that it opens, at the moment at which the grant says it was given.
  const given =
    'recordId' in subject
      ? sql`or (subject_id = ${subject.recordId} and act = 'grant.give' and at = ${subject.givenAt.getTime()})`
      : sql``
  const { rows } = await tx.execute<Logged>(sql`
    select id, act, at, body from audit_entries
    where outcome = 'done' and act in ${acts[kind]} and (subject_id = ${subject.id} ${given}) order by id`)
  return rows
}

/** Agencies and officers of the entry as the hub calls them now. */
async function namesIn(tx: Tx, body: string): Promise<Record<string, { zh: string; en: string }>> {
  const { agencyId, officerId, facts = {} } = JSON.parse(body) as Side
  const ids = [agencyId, facts.agency, facts.from].filter((id) => z.uuid().safeParse(id).success) as AgencyId[]
  const agencies = await agencyCards(tx, ids)
  const officers = await officerCards(tx, officerId ? [officerId as OfficerId] : [])
  return Object.fromEntries([
    ...[...agencies.values()].map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }] as const),
    ...[...officers.values()].map(({ id, postZh, postEn }) => [id, { zh: postZh, en: postEn }] as const),
  ])
}

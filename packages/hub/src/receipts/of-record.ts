import { entryOf, makeReceipt } from '@lianban/audit'
import type { Tx } from '@lianban/db'
import {
  type AgencyId,
  AssistanceId,
  CaseId,
  EvidenceId,
  GrantId,
  HandoffId,
  type OfficerId,
  SealId,
} from '@lianban/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { findAssistance } from '../assistances/index.ts'
import { type CaseRow, findCase } from '../cases/index.ts'
import { underDuty } from '../duty.ts'
import { findItem } from '../evidence/index.ts'
import { findGrant, type Grant } from '../grants/index.ts'
import { findHandoff, type HandoffRow } from '../handoffs/index.ts'
import { find } from '../query.ts'
import { findSeal } from '../seals/index.ts'
import { sentenceOf } from '../trail/index.ts'

/** Acts that both sides can hold against each other: what was handed over, given and taken back. */
const acts = {
  Handoff: [
    'case.prepareHandoff',
    'case.handBack',
    'case.handOver',
    'case.giveOpinion',
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
  EvidenceItem: [
    'evidence.record',
    'evidence.takeReply',
    'evidence.amend',
    'evidence.cure',
    'evidence.convert',
    'evidence.give',
    'evidence.receive',
    'evidence.keep',
    'evidence.dispose',
    'evidence.attach',
    'evidence.detach',
    'evidence.compare',
  ],
  Assistance: [
    'assistance.send',
    'assistance.receive',
    'assistance.assign',
    'assistance.act',
    'assistance.reply',
    'assistance.refuse',
    'assistance.answer',
    'assistance.oversee',
  ],
  Seal: ['seal.propose', 'seal.sign', 'seal.decline', 'seal.withdraw'],
} as const

type Logged = { readonly id: string; readonly act: string; readonly at: string; readonly body: string }
type Side = {
  readonly agencyId?: string
  readonly officerId?: string
  readonly facts?: Record<string, string | number>
}

const About = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('Handoff'), id: HandoffId }),
  z.strictObject({ kind: z.literal('Grant'), id: GrantId }),
  z.strictObject({ kind: z.literal('EvidenceItem'), id: EvidenceId }),
  z.strictObject({ kind: z.literal('Assistance'), id: AssistanceId }),
  /** A sealed version is its case's to read. */
  z.strictObject({ kind: z.literal('Seal'), id: SealId, caseId: CaseId }),
])
type About = z.infer<typeof About>
type Row = HandoffRow | Grant | CaseRow | Awaited<ReturnType<typeof findItem> | ReturnType<typeof findAssistance>>

/**
 * The receipts for a handoff, a share, an item of evidence, a request for assistance or a sealed dossier, for whoever may
 * read it: each proves by itself that the act stands in the log. One that waits is not covered yet by a checkpoint that enough agencies have cosigned.
 */
export const receiptsOf = find({
  name: 'receipt.find',
  on: ({ kind }) => (kind === 'Seal' ? 'Case' : kind),
  input: About,
  about: (about) => (about.kind === 'Seal' ? about.caseId : about.id),
  isLogged: true,
  subject: ({ tx, input }): Promise<Row> => {
    if (input.kind === 'EvidenceItem') return findItem(tx, input.id)
    if (input.kind === 'Assistance') return findAssistance(tx, input.id)
    if (input.kind === 'Seal') return findCase(tx, input.caseId)
    return input.kind === 'Handoff' ? findHandoff(tx, input.id) : findGrant(tx, input.id)
  },
  async run({ tx, input, subject, hub }) {
    const about = await entriesAbout(tx, input, subject)
    // Whoever reads the act may hold its proof, whichever side wrote the entry.
    return underDuty(tx, 'verifier', async () => {
      const items = []
      for (const entry of await entriesOn(tx, input.kind, about)) {
        const names = await namesIn(tx, entry.body)
        const made = await makeReceipt(tx, hub.receipts, { entryId: entry.id, names })
        const name = (id: string) => names[id]
        items.push({
          entryId: entry.id,
          act: entry.act,
          sentence: sentenceOf(entryOf(entry.body), { officer: name, agency: name, subject: () => of[input.kind] }),
          at: new Date(Number(entry.at)),
          receipt: typeof made === 'object' ? made.receipt : null,
        })
      }
      return { items }
    })
  },
})

const of: Record<About['kind'], { zh: string; en: string }> = {
  Handoff: { zh: '本次移送', en: 'this handoff' },
  Grant: { zh: '本授权所涉记录', en: 'the record of this grant' },
  EvidenceItem: { zh: '该项证据', en: 'this item of evidence' },
  Assistance: { zh: '本次协查', en: 'this request for assistance' },
  Seal: { zh: '本案', en: 'this case' },
}

/** Of entries: that they are about this very record. */
async function entriesAbout(tx: Tx, input: About, subject: Row): Promise<SQL> {
  if (input.kind === 'Seal') {
    const { number } = await findSeal(tx, input.id, input.caseId)
    return sql`case_id = ${input.caseId} and (body::jsonb #>> '{facts,number}') = ${String(number)}`
  }
  // A share is entered on the record that it opens, at the moment at which the grant says it was given.
  if ('recordId' in subject)
    return sql`(subject_id = ${subject.id}
      or (subject_id = ${subject.recordId} and act = 'grant.give' and at = ${subject.givenAt.getTime()}))`
  return sql`subject_id = ${subject.id}`
}

async function entriesOn(tx: Tx, kind: About['kind'], about: SQL): Promise<Logged[]> {
  const { rows } = await tx.execute<Logged>(sql`
    select id, act, at, body from audit_entries where outcome = 'done' and act in ${acts[kind]} and ${about} order by id`)
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

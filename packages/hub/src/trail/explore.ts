import { type EntryFilter, listEntries } from '@lianban/audit'
import { AgencyId, EntryId, OfficerId } from '@lianban/kernel'
import { and, sql } from 'drizzle-orm'
import { z } from 'zod'
import { list } from '../query.ts'
import { calledToday } from './called.ts'
import { actsOfGroup, groups } from './groups.ts'
import { byOthers, onOwnRecords, ownRecords } from './own-records.ts'
import { provenHead } from './proven-head.ts'
import { purposesOf } from './purposes.ts'
import { sentenceOf } from './sentence.ts'

const Wanted = z.strictObject({
  /** A case or clue of the own agency. */
  recordId: z.uuid().optional(),
  officerId: OfficerId.optional(),
  agencyId: AgencyId.optional(),
  isByOthers: z.boolean().optional(),
  group: z.enum(groups).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  cursor: EntryId.optional(),
  limit: z.int().min(1).max(200).optional(),
})

/** What was done with the records of the own agency or tried on them, by whomever, newest first, each with its proof. */
export const exploreTrail = list({
  name: 'audit.explore',
  input: Wanted,
  async run({ input, officer, tx, hub }) {
    const limit = input.limit ?? 50
    const found = await listEntries(tx, {
      ...entriesWanted(input),
      within: and(
        onOwnRecords({ hub, officer }),
        input.isByOthers ? byOthers(officer.agencyId) : undefined,
        input.recordId ? sql`(e.case_id::text = ${input.recordId} or e.subject_id = ${input.recordId})` : undefined,
      )!,
      limit: limit + 1,
    })
    const page = found.slice(0, limit).map((one) => {
      const { caseId, subject } = one.entry
      return { ...one, recordId: caseId ?? subject?.id }
    })
    const records = await ownRecords(
      tx,
      { hub, officer },
      page.flatMap(({ recordId, entry }) =>
        [recordId ?? [], entry.subject?.kind === 'Clue' ? entry.subject.id : []].flat(),
      ),
    )
    const called = await calledToday(
      tx,
      page.map(({ entry }) => entry),
    )
    const looks = page.map(({ entry, recordId }) => ({ recordId, agencyId: entry.agencyId, at: entry.at }))
    const purposeOf = await purposesOf(tx, looks)
    return {
      items: page.map(({ entry, index, leafHash, recordId }, i) => {
        const record = records.get(recordId ?? '') ?? null
        // A section or a handoff is called by the case that it belongs to.
        const subject = (_kind: string, id: string) => (records.get(id) ?? record)?.name
        return {
          entryId: entry.id,
          index,
          leafHash,
          at: entry.at,
          act: entry.act,
          outcome: entry.outcome,
          sentence: sentenceOf(entry, { ...called, subject }),
          officerId: entry.officerId ?? null,
          agency: (entry.agencyId && called.cards.get(entry.agencyId)) ?? null,
          record,
          purpose: entry.agencyId === officer.agencyId ? null : purposeOf(looks[i]!),
          rule: entry.rule ?? null,
        }
      }),
      nextCursor: found.length > limit ? (page.at(-1)?.entry.id ?? null) : null,
      // Where there is nothing to prove, nothing is told of the log.
      head: page.length > 0 ? await provenHead(tx, hub) : null,
    }
  },
})

function entriesWanted(input: z.infer<typeof Wanted>): Partial<EntryFilter> {
  const { officerId, agencyId, group, outcome, from, until, cursor } = input
  return {
    ...(officerId && { officerId }),
    ...(agencyId && { agencyId }),
    ...(group && { acts: actsOfGroup(group) }),
    ...(outcome && { outcome }),
    ...(from && { from: new Date(from) }),
    ...(until && { until: new Date(until) }),
    ...(cursor && { before: cursor }),
  }
}

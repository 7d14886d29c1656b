import { listEntries } from '@lianban/audit'
import { type AgencyId, CaseId, EntryId, type OfficerId, type Sentence } from '@lianban/kernel'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { findCase } from '../cases/index.ts'
import { cluesOfCase } from '../clues/index.ts'
import { sectionsOf } from '../dossiers/index.ts'
import { filesOfCase } from '../files/index.ts'
import { handoffs, handoffsWhere } from '../handoffs/index.ts'
import { find } from '../query.ts'
import { provenHead } from './proven-head.ts'
import { sentenceOf } from './sentence.ts'

/** Everything that was done with a case or tried on it, newest first, with each entry's place in the Merkle tree. */
export const trailOfCase = find({
  name: 'audit.ofCase',
  on: 'Case',
  action: 'readTrail',
  input: z.strictObject({ caseId: CaseId, cursor: EntryId.optional(), limit: z.int().min(1).max(200).optional() }),
  about: ({ caseId }) => caseId,
  isLogged: true,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ input, subject, officer, tx, now, hub }) {
    const clues = (await cluesOfCase(tx, subject.id)).filter((clue) => hub.policy.allows(officer, 'read', 'Clue', clue))
    const sections = (await sectionsOf(tx, subject)).filter((row) => hub.policy.allows(officer, 'read', 'Section', row))
    const files = await filesOfCase({ hub, tx, officer, now }, subject)
    const handed = await handoffsWhere(
      tx,
      hub.policy.visible(officer, 'read', 'Handoff'),
      eq(handoffs.caseId, subject.id),
    )
    const limit = input.limit ?? 100
    const found = await listEntries(tx, {
      caseId: subject.id,
      subjectIds: [...clues, ...sections, ...files, ...handed, ...subject.grants].map((row) => row.id),
      withSessionsOfCase: subject.id,
      limit: limit + 1,
      ...(input.cursor && { before: input.cursor }),
    })
    const page = found.slice(0, limit)
    const known = new Map<string, Sentence>([
      [subject.id, same(`${subject.number} ${subject.name}`)],
      ...clues.map((clue) => [clue.id, same(clue.number)] as const),
      ...sections.map((section) => [section.id, { zh: `《${section.title}》`, en: `“${section.title}”` }] as const),
      ...files.map((file) => [file.id, { zh: `“${file.name}”`, en: `“${file.name}”` }] as const),
      ...handed.map((one) => [one.id, same(one.number)] as const),
    ])
    const posts = await officerCards(
      tx,
      page.flatMap(({ entry }) => (entry.officerId ? [entry.officerId as OfficerId] : [])),
    )
    const agencies = await agencyCards(
      tx,
      page.flatMap(({ entry }) =>
        [entry.agencyId, entry.facts?.agency, entry.facts?.from].filter((id) => z.uuid().safeParse(id).success),
      ) as AgencyId[],
    )
    const names = {
      officer: (id: string) => {
        const post = posts.get(id as OfficerId)
        return post && { zh: post.postZh, en: post.postEn }
      },
      agency: (id: string) => {
        const card = agencies.get(id as AgencyId)
        return card && { zh: card.shortZh, en: card.shortEn }
      },
      subject: (_kind: string, id: string) => known.get(id),
    }
    return {
      items: page.map(({ entry, index, leafHash }) => ({
        entryId: entry.id,
        index,
        leafHash,
        at: entry.at,
        act: entry.act,
        outcome: entry.outcome,
        sentence: sentenceOf(entry, names),
        agency: (entry.agencyId && agencies.get(entry.agencyId)) ?? null,
        rule: entry.rule ?? null,
      })),
      nextCursor: found.length > limit ? (page.at(-1)?.entry.id ?? null) : null,
      head: await provenHead(tx, hub),
    }
  },
})

const same = (text: string): Sentence => ({ zh: text, en: text })

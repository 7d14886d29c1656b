import { listEntries } from '@lianban/audit'
import { type AgencyId, EntryId, type OfficerId, type Sentence } from '@lianban/kernel'
import { z } from 'zod'
import { agencyCards, officerCards, operatorId } from '../agencies/index.ts'
import { find } from '../query.ts'
import { acts } from './acts.ts'
import { sentenceOf } from './sentence.ts'

/** What administrators do, and the program or the database's owner in their place. */
const administration = Object.keys(acts).filter((act) => /^(agency|officer|rules)\./.test(act))

/** Every act of administration and every refused attempt at one, newest first, for the operator's audit administrator. */
export const trailOfAdministration = find({
  name: 'audit.ofAdministration',
  on: 'Agency',
  action: 'readTrail',
  input: z.strictObject({ cursor: EntryId.optional(), limit: z.int().min(1).max(200).optional() }),
  about: () => 'operator',
  isLogged: true,
  subject: async ({ tx }) => {
    const id = await operatorId(tx)
    return { id, operatorId: id }
  },
  async run({ input, tx }) {
    const limit = input.limit ?? 100
    const found = await listEntries(tx, {
      acts: administration,
      limit: limit + 1,
      ...(input.cursor && { before: input.cursor }),
    })
    const page = found.slice(0, limit)
    const facts = page.flatMap(({ entry }) => Object.values(entry.facts ?? {}))
    const ids = facts.filter((fact): fact is string => z.uuid().safeParse(fact).success)
    const posts = await officerCards(tx, [
      ...page.flatMap(({ entry }) => entry.officerId ?? []),
      ...ids.map((id) => id as OfficerId),
    ])
    const agencies = await agencyCards(tx, [
      ...page.flatMap(({ entry }) =>
        [entry.agencyId ?? [], entry.subject?.kind === 'Agency' ? entry.subject.id : []].flat(),
      ),
      ...ids,
    ] as AgencyId[])
    const short = (id: string): Sentence | undefined => {
      const card = agencies.get(id as AgencyId)
      return card && { zh: card.shortZh, en: card.shortEn }
    }
    const names = {
      officer: (id: string) => {
        const post = posts.get(id as OfficerId)
        return post && { zh: post.postZh, en: post.postEn }
      },
      agency: short,
      subject: (kind: string, id: string) => (kind === 'Agency' ? short(id) : undefined),
    }
    return {
      items: page.map(({ entry, index }) => ({
        entryId: entry.id,
        index,
        at: entry.at,
        act: entry.act,
        outcome: entry.outcome,
        sentence: sentenceOf(entry, names),
        agency: (entry.agencyId && agencies.get(entry.agencyId)) ?? null,
        rule: entry.rule ?? null,
      })),
      nextCursor: found.length > limit ? (page.at(-1)?.entry.id ?? null) : null,
    }
  },
})

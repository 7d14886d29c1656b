import type { Entry } from '@lianban/audit'
import type { Tx } from '@lianban/db'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import { z } from 'zod'
import { type AgencyCard, agencyCards, officerCards } from '../agencies/index.ts'
import type { Names } from './sentence.ts'

/** What the agencies and officers of these entries are called today. */
export async function calledToday(
  tx: Tx,
  entries: readonly Entry[],
): Promise<Omit<Names, 'subject'> & { readonly cards: ReadonlyMap<AgencyId, AgencyCard> }> {
  const facts = entries.flatMap((entry) => Object.values(entry.facts ?? {}))
  const ids = facts.filter((fact): fact is string => z.uuid().safeParse(fact).success)
  const posts = await officerCards(tx, [
    ...entries.flatMap(({ officerId }) => officerId ?? []),
    ...(ids as OfficerId[]),
  ])
  const cards = await agencyCards(tx, [...entries.flatMap(({ agencyId }) => agencyId ?? []), ...(ids as AgencyId[])])
  return {
    cards,
    officer(id) {
      const post = posts.get(id as OfficerId)
      return post && { zh: post.postZh, en: post.postEn }
    },
    agency(id) {
      const card = cards.get(id as AgencyId)
      return card && { zh: card.shortZh, en: card.shortEn }
    },
  }
}

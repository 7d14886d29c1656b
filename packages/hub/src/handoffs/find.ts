import { HandoffId } from '@lianban/kernel'
import { basisOfHandoff, handoffMoves, kindOfHandoff, papersOf, returnReasons } from '@lianban/law'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { lateClocks } from '../clock-board/index.ts'
import { find } from '../query.ts'
import { itemsFor } from './items-for.ts'
import { handoffSummaries } from './list.ts'
import { missingIn } from './papers.ts'
import { receiptsTold } from './receipts-told.ts'
import { findHandoff, itemsOf, receiptsOf, returnsOf } from './store.ts'

/** One handoff with its frozen package, its receipts, and the steps that are both legal and permitted now. */
export const findHandoffPage = find({
  name: 'handoff.find',
  on: 'Handoff',
  input: z.strictObject({ handoffId: HandoffId }),
  about: ({ handoffId }) => handoffId,
  isLogged: true,
  subject: ({ tx, input }) => findHandoff(tx, input.handoffId),
  async run({ subject, officer, tx, now, hub }) {
    const { law, policy } = hub
    const summary = (await handoffSummaries({ tx, hub }, [subject]))[0]!
    const receipts = await receiptsOf(tx, [subject.id])
    const posts = await officerCards(tx, [subject.preparedBy, ...receipts.map((receipt) => receipt.officerId)])
    const named = [subject.overseerAgencyId, ...receipts.map((receipt) => receipt.namedAgencyId)]
    const agencies = await agencyCards(
      tx,
      named.flatMap((id) => id ?? []),
    )
    const { kind, standing, overseerAgencyId } = subject
    const open = handoffMoves(law, { kind, standing, returns: await returnsOf(tx, subject) }).filter((move) =>
      policy.allows(officer, move.deed, 'Handoff', subject),
    )
    return {
      ...summary,
      letter: kindOfHandoff(law, kind).letter,
      basis: basisOfHandoff(law, kind),
      preparedBy: posts.get(subject.preparedBy)!,
      legalBasis: subject.legalBasis,
      purpose: subject.purpose,
      overseer: (overseerAgencyId && agencies.get(overseerAgencyId)) || null,
      items: await itemsFor({ hub, tx, officer, now }, subject),
      missing: missingIn(law, subject, await itemsOf(tx, subject.id)),
      receipts: receiptsTold(law, kind, {
        receipts,
        posts,
        agencies,
        late: await lateClocks(tx, subject.id, { officer, hub, now }),
      }),
      open: open.map((move) => ({
        move: move.id,
        deed: move.deed,
        words: move.words,
        rung: move.rung,
        asksReasons: move.asks.includes('reasons') ? returnReasons(law, kind, move.id).map(told) : [],
        asksAgency: agencyAsked(move),
        asksNote: move.asks.includes('note'),
        papers: papersOf(law, move),
      })),
    }
  },
})

const told = ({ code, words, toDo }: ReturnType<typeof returnReasons>[number]) => ({ code, words, toDo })

const agencyAsked = ({ asks, rung, afterReturns }: ReturnType<typeof handoffMoves>[number]) => {
  if (!asks.includes('agency')) return null
  if (rung === 'forwarded') return 'receiver' as const
  return afterReturns > 0 ? ('decider' as const) : ('procuratorate' as const)
}

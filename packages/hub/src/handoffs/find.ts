import { HandoffId } from '@lianban/kernel'
import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import { find } from '../query.ts'
import { legalMoves, type Move, moves } from './handoff.ts'
import { itemsFor } from './items-for.ts'
import { handoffSummaries } from './list.ts'
import { findHandoff, receiptsOf } from './store.ts'

/** One handoff with its frozen package, its receipts, and the steps that are both legal and permitted now. */
export const findHandoffPage = find({
  name: 'handoff.find',
  on: 'Handoff',
  input: z.strictObject({ handoffId: HandoffId }),
  about: ({ handoffId }) => handoffId,
  isLogged: true,
  subject: ({ tx, input }) => findHandoff(tx, input.handoffId),
  async run({ subject, officer, tx, now, hub }) {
    const summary = (await handoffSummaries(tx, [subject]))[0]!
    const receipts = await receiptsOf(tx, [subject.id])
    const posts = await officerCards(tx, [subject.preparedBy, ...receipts.map((receipt) => receipt.officerId)])
    const isOpen = (move: Move) =>
      legalMoves[subject.state][move] !== undefined && Boolean(hub.policy.allows(officer, move, 'Handoff', subject))
    return {
      ...summary,
      preparedBy: posts.get(subject.preparedBy)!,
      legalBasis: subject.legalBasis,
      purpose: subject.purpose,
      items: await itemsFor({ hub, tx, officer, now }, subject),
      receipts: receipts.map((receipt) => ({
        rung: receipt.rung,
        officer: posts.get(receipt.officerId)!,
        at: receipt.givenAt,
        packageDigest: receipt.packageDigest,
        note: receipt.note,
      })),
      can: Object.fromEntries(moves.map((move) => [move, isOpen(move)])) as Record<Move, boolean>,
    }
  },
})

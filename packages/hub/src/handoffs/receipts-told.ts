import type { AgencyId, OfficerId } from '@lianban/kernel'
import { kindOfHandoff, type Law, lettersOf } from '@lianban/law'
import type { AgencyCard, OfficerCard } from '../agencies/index.ts'
import type { Receipt } from './handoff.ts'

type Named = {
  readonly receipts: readonly Receipt[]
  readonly posts: ReadonlyMap<OfficerId, OfficerCard>
  readonly agencies: ReadonlyMap<AgencyId, AgencyCard>
  /** The clocks that were closed after their end. */
  readonly late: readonly { readonly rule: string; readonly closedAt: Date }[]
}

/** The receipts in the words of the table: which move, by whom, for what reasons, with what papers. */
export const receiptsTold = (law: Law, kind: string, { receipts, posts, agencies, late }: Named) =>
  receipts.map((receipt) => {
    const { moves, states } = kindOfHandoff(law, kind).table
    return {
      rung: receipt.rung,
      move: receipt.move,
      words: moves.find(({ id }) => id === receipt.move)?.words ?? states[receipt.standing]!.words,
      version: receipt.version,
      officer: posts.get(receipt.officerId)!,
      at: receipt.givenAt,
      /** The limits that it came too late for. */
      late: late
        .filter(({ closedAt }) => closedAt.getTime() === receipt.givenAt.getTime())
        .map(({ rule }) => ({ rule, title: law.deadlines.rules.find(({ id }) => id === rule)?.title ?? null })),
      letters: lettersOf(law, receipt.move).map(({ id, words: called }) => ({ id, words: called })),
      packageDigest: receipt.packageDigest,
      note: receipt.note,
      reasons: law.materials.reasons
        .filter(({ code }) => receipt.reasons.includes(code))
        .map(({ code, words, toDo }) => ({ code, words, toDo })),
      papers: receipt.papers.map(({ paper, number }) => ({ paper, number, words: law.tracks.receipts[paper]! })),
      agency: (receipt.namedAgencyId && agencies.get(receipt.namedAgencyId)) || null,
    }
  })

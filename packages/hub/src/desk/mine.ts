import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { agreementsWhere } from '../agreements/index.ts'
import { caseSummaries, pageOfCases } from '../cases/index.ts'
import { clueSummaries, pageOfClues } from '../clues/index.ts'
import { handoffSummaries, handoffs, handoffsWhere } from '../handoffs/index.ts'
import { list } from '../query.ts'

/** What waits for this officer: packages to sign for, to decide on or to let go, and what is new. */
export const myDesk = list({
  name: 'desk.mine',
  input: z.strictObject({}),
  async run({ officer, tx, hub }) {
    const { policy } = hub
    const cases = await pageOfCases(tx, policy.filter(officer, 'read', 'Case'), { limit: 5 })
    const clues = await pageOfClues(tx, policy.filter(officer, 'read', 'Clue'), { limit: 5 })
    const mine = policy.filter(officer, 'read', 'Handoff')
    const incoming = await handoffsWhere(tx, mine, eq(handoffs.toAgencyId, officer.agencyId))
    const outgoing = await handoffsWhere(tx, mine, eq(handoffs.fromAgencyId, officer.agencyId))
    const toSign = incoming.filter(
      (row) => row.state === 'dispatched' && policy.allows(officer, 'sign', 'Handoff', row),
    )
    const toDecide = [
      ...incoming.filter((row) => row.state === 'signed_for' && policy.allows(officer, 'accept', 'Handoff', row)),
      ...outgoing.filter((row) => row.state === 'prepared' && policy.allows(officer, 'dispatch', 'Handoff', row)),
    ]
    const awaitingThem = outgoing.filter((row) => row.state === 'dispatched' || row.state === 'signed_for')
    const agreements = await agreementsWhere(tx, policy.filter(officer, 'read', 'Agreement'))
    const agreementsToSign = agreements.filter((agreement) => policy.allows(officer, 'sign', 'Agreement', agreement))
    return {
      counts: {
        cases: cases.total,
        clues: clues.total,
        toSign: toSign.length,
        toDecide: toDecide.length,
        awaitingThem: awaitingThem.length,
        agreementsToSign: agreementsToSign.length,
      },
      toSign: await handoffSummaries(tx, toSign),
      toDecide: await handoffSummaries(tx, toDecide),
      recentCases: await caseSummaries(tx, cases.rows.slice(0, 5)),
      recentClues: await clueSummaries(tx, clues.rows.slice(0, 5)),
    }
  },
})

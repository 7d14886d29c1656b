import { EvidenceId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { findItem } from '../evidence/index.ts'
import { unlessTaken } from '../unless-taken.ts'
import { refusals } from './refusals.ts'
import { linesOfItem } from './store.ts'
import { goodsStrikes } from './table.ts'

/** A line of the ledger that is wrong is struck out with the reason, and stays to be read. */
export const strikeGoods = command({
  name: 'goods.strike',
  on: 'EvidenceItem',
  action: 'amend',
  input: z.object({ evidenceId: EvidenceId, lineId: z.uuid(), reason: line(400) }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input: { lineId, reason }, subject, officer, tx, now }) {
    const struck = (await linesOfItem(tx, subject.id)).find(({ id }) => id === lineId)
    if (!struck) throw refusals.struckAlready()
    await unlessTaken(
      'goods_strikes_pkey',
      refusals.struckAlready,
      tx.insert(goodsStrikes).values({
        lineId,
        caseId: subject.caseId,
        reason,
        agencyId: officer.agencyId,
        struckBy: officer.id,
        struckAt: now,
      }),
    )
    return { nth: struck.nth }
  },
  facts: ({ subject, output }) => ({ number: subject.number, line: output.nth }),
})

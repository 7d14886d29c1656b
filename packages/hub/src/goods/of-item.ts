import { EvidenceId } from '@lianban/kernel'
import { type Dimension, type GoodsLine, worthOf } from '@lianban/law'
import { z } from 'zod'
import { findItem } from '../evidence/index.ts'
import { find } from '../query.ts'
import { linesOfItem, strikesOf } from './store.ts'

/** The goods of an item line by line, and what they come to in all: of what is struck out nothing counts. */
export const goodsOfItem = find({
  name: 'goods.ofItem',
  on: 'EvidenceItem',
  input: z.strictObject({ evidenceId: EvidenceId }),
  about: ({ evidenceId }) => evidenceId,
  isLogged: false,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId),
  async run({ subject, officer, tx, hub }) {
    const rows = await linesOfItem(tx, subject.id)
    const strikes = await strikesOf(
      tx,
      rows.map(({ id }) => id),
    )
    const lines = rows.map(({ itemId: _item, caseId: _case, dimension, amount, recordedBy: _by, ...line }) => {
      const quantity = { dimension, amount }
      const struck = strikes.get(line.id)
      return {
        ...line,
        quantity,
        worth: worthOf({ ...line, quantity }),
        struck: struck ? { reason: struck.reason } : null,
      }
    })
    const counted = lines.filter(({ struck }) => !struck)
    const sums = Map.groupBy(counted, ({ quantity }) => quantity.dimension)
    return {
      lines,
      totals: [...sums].map(([dimension, of]): GoodsLine['quantity'] & { dimension: Dimension } => ({
        dimension,
        amount: of.reduce((sum, { quantity }) => sum + quantity.amount, 0),
      })),
      worth: counted.reduce((sum, { worth }) => sum + (worth ?? 0), 0),
      unpriced: counted.filter(({ worth }) => worth === null).length,
      oddCodes: counted.flatMap(({ codes }) => codes).filter(({ findings }) => findings.length > 0).length,
      can: {
        enter: subject.kind === 'physical' && Boolean(hub.policy.allows(officer, 'amend', 'EvidenceItem', subject)),
      },
    }
  },
})

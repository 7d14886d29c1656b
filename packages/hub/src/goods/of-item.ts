import { EvidenceId } from '@lianban/kernel'
import { z } from 'zod'
import { findItem } from '../evidence/index.ts'
import { find } from '../query.ts'
import { ledgerOf, summedUp } from './ledger.ts'

/** The goods of an item line by line, and what they come to in all: of what is struck out nothing counts. */
export const goodsOfItem = find({
  name: 'goods.ofItem',
  on: 'EvidenceItem',
  input: z.strictObject({ evidenceId: EvidenceId }),
  about: ({ evidenceId }) => evidenceId,
  isLogged: false,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId),
  async run({ subject, officer, tx, hub }) {
    const lines = (await ledgerOf(tx, [subject.id])).map(({ itemId: _item, ...line }) => line)
    const counted = lines.filter(({ struck }) => !struck)
    return {
      lines,
      ...summedUp(counted),
      oddCodes: counted.flatMap(({ codes }) => codes).filter(({ findings }) => findings.length > 0).length,
      can: {
        enter: subject.kind === 'physical' && Boolean(hub.policy.allows(officer, 'amend', 'EvidenceItem', subject)),
      },
    }
  },
})

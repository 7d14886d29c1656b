import { EvidenceId } from '@lianban/kernel'
import { readGoodsRows, worthOf } from '@lianban/law'
import { z } from 'zod'
import { findItem } from '../evidence/index.ts'
import { find } from '../query.ts'
import { GoodsRows } from './rows.ts'

/** What a list of goods would be entered as, and what is wrong with which of its cells; nothing is written. */
export const previewGoods = find({
  name: 'goods.preview',
  on: 'EvidenceItem',
  action: 'amend',
  input: z.strictObject({ evidenceId: EvidenceId, rows: GoodsRows }),
  about: ({ evidenceId }) => evidenceId,
  isLogged: false,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId),
  async run({ input, now }) {
    const read = readGoodsRows(input.rows, now)
    return {
      rows: read.map(({ line, problems }) => ({ line, problems, worth: line && worthOf(line) })),
      readable: read.filter(({ line }) => line).length,
    }
  },
})

import { EvidenceId, newId } from '@lianban/kernel'
import { type GoodsLine, readGoodsRows } from '@lianban/law'
import { z } from 'zod'
import { command } from '../command.ts'
import { findItem } from '../evidence/index.ts'
import { lock } from '../lock.ts'
import { refusals } from './refusals.ts'
import { GoodsRows } from './rows.ts'
import { codesOfCase, linesOfItem } from './store.ts'
import { goodsLines } from './table.ts'

/** A list of goods goes into the ledger of its item, whole or not at all. */
export const enterGoods = command({
  name: 'goods.enter',
  on: 'EvidenceItem',
  action: 'amend',
  input: z.object({ evidenceId: EvidenceId, rows: GoodsRows }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input, subject, officer, tx, now }) {
    if (subject.kind !== 'physical') throw refusals.notGoods()
    const read = readGoodsRows(input.rows, now)
    const lines = read.flatMap(({ line }): GoodsLine[] => (line ? [line] : []))
    if (lines.length < read.length) throw refusals.rowsUnreadable(read.length - lines.length)
    await lock(tx, 'GoodsOfCase', subject.caseId)
    const known = await codesOfCase(tx, subject.caseId)
    const twice = lines.flatMap(({ codes }) => codes).find(({ code }) => known.has(code))
    if (twice) throw refusals.codeEntered(twice.code)
    const before = (await linesOfItem(tx, subject.id)).length
    await tx.insert(goodsLines).values(
      lines.map(({ quantity, ...line }, i) => ({
        ...line,
        ...quantity,
        id: newId(),
        itemId: subject.id,
        caseId: subject.caseId,
        nth: before + i + 1,
        agencyId: officer.agencyId,
        recordedBy: officer.id,
        recordedAt: now,
      })),
    )
    return { lines: lines.length }
  },
  facts: ({ subject, output }) => ({ number: subject.number, lines: output.lines }),
})

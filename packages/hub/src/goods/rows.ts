import { goodsColumns } from '@lianban/law/names'
import { z } from 'zod'
import { text } from '../classification.ts'

/** As many lines as a list on paper has; a longer one is entered in parts. */
const most = 1000

const cell = text(400)
const cells = Object.fromEntries(goodsColumns.map((column) => [column, cell])) as Record<
  (typeof goodsColumns)[number],
  typeof cell
>

/** Rows of a list of goods as they were typed, pasted or read from a file. */
export const GoodsRows = z.array(z.strictObject(cells)).min(1).max(most)

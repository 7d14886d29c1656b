import type { GoodsPreview } from '../app/api-types.ts'

/** As many as anybody reads before correcting the list. */
export const mostShown = 50

/** The rows that cannot be entered, each with its place in the list. */
export const wrongRows = (
  rows: GoodsPreview['rows'],
): { readonly n: number; readonly problems: GoodsPreview['rows'][number]['problems'] }[] =>
  rows.flatMap(({ line, problems }, i) => (line ? [] : [{ n: i + 1, problems }]))

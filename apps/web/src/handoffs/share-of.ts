/** Which part of a hundred it is, whole; something is never nothing, and nothing is nothing. */
export const shareOf = (count: number, of: number): number =>
  count === 0 || of === 0 ? 0 : Math.min(100, Math.max(1, Math.round((count / of) * 100)))

/** What can be done about a proposed change, by the owner or by its proposer. */
export const decisions = ['accept', 'discard', 'rebase', 'withdraw'] as const
export type Decision = (typeof decisions)[number]

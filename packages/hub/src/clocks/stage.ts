const stages = ['warning', 'overdue', 'escalation'] as const
/** What somebody is told of a clock, in the order in which it comes. */
export type Stage = (typeof stages)[number]

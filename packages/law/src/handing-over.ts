export * from './handoff-rule.ts'
export * from './handoffs.ts'
export * from './supervising.ts'

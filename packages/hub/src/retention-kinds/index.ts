export { dueBefore, keptUntil } from './kept-until.ts'
export { retentionIn } from './retention-in.ts'
export { kindOfAct, type RetentionKind, readRetention } from './retention-kind.ts'

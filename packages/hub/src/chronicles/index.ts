export { type Chronicles, makeChronicles, type Replaying } from './chronicles.ts'
export type { Comparison } from './question.ts'

export { type Chronicles, makeChronicles } from './chronicles.ts'
export type { Comparison } from './question.ts'

export { type Chronicles, makeChronicles } from './chronicles.ts'
export type { Comparison, Told, When, Written } from './question.ts'

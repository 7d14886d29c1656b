export { makeChronicles } from './chronicles/index.ts'
export type { Limits } from './limits.ts'
export { type Measures, makeMeasures } from './measures/index.ts'
export { type AutoShareRule, makeAutoShare, matching, readAutoShares } from './sharing/index.ts'

export { type Ceilings, loadCeilings } from './ceilings.ts'
export { loadEmergencyMeasures } from './emergency-measures.ts'
export type { Limits } from './limits.ts'
export { type AutoShareRule, loadAutoShares, makeAutoShare, matching, readAutoShares } from './sharing/index.ts'

export { happened } from './happened.ts'
export type { Happening, Matter } from './matter.ts'
export { recomputeClocks } from './recompute.ts'

export { AskedBundle, openBundle } from './open.ts'
export { takeBundle } from './take.ts'

export { endCarrying } from './end-carrying.ts'
export { nextGrantEnd } from './next-grant-end.ts'
export { type HeldOpen, type StillOpen, stillOpen } from './still-open.ts'

export { type BlindKey, leastSecretBytes, makeBlindKey } from './blind-key.ts'
export { digestMissing, dropOtherDigests, keepDigests } from './keep.ts'

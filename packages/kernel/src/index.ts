export { canonicalJson } from './canonical.ts'
export { type Clock, makeDrivenClock, makeMonotonicClock } from './clock.ts'
export {
  isCartonCode,
  isCitizenId,
  isMobile,
  isPlate,
  isRetailLicence,
  isUscc,
  normalised,
} from './identifiers.ts'
export * from './ids.ts'
export { denied, invalidInput, Refusal, type RefusalKind, type Sentence, stale, unseen } from './refusal.ts'

export { canonicalJson } from './canonical.ts'
export { type CartonCode, type CartonFinding, readCartonCode } from './carton-code.ts'
export { type Clock, makeDrivenClock, makeMonotonicClock } from './clock.ts'
export { formOf, type IdentifierKind, identifierKinds, isWellFormed } from './identifier-kinds.ts'
export {
  isAccount,
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

export * from './evidence.ts'
export { type Conversion, type EvidenceKind, evidenceKinds, type FactRule } from './evidence-rule.ts'
export * from './proof.ts'
export * from './review.ts'
export {
  type EvidenceProperty,
  evidenceProperties,
  type ReviewOutcome,
  reviewOutcomes,
} from './review-rule.ts'

export * from './evidence.ts'
export { type Conversion, type EvidenceKind, evidenceKinds, type FactRule } from './evidence-rule.ts'
export * from './proof.ts'

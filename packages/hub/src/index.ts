export {
  type AgencyCard,
  agencyKindWords,
  bootstrapOperator,
  type OfficerCard,
  type Operator,
} from './agencies/index.ts'
export * from './beside-the-router.ts'
export { type BlindKey, digestMissing, dropOtherDigests, leastSecretBytes, makeBlindKey } from './digests/index.ts'
export * from './found-by-words.ts'
export * from './given-at-start.ts'
export type { Call, Hub, SectionContent } from './hub.ts'
export * from './keeping-rules.ts'
export { endCarrying, type HeldOpen, nextGrantEnd, type StillOpen, stillOpen } from './live/index.ts'
export { type News, newsChannel, type Ref, readNews, tell } from './news.ts'
export { type HubRouter, hubRouter } from './router.ts'
export { acts, sentenceOf } from './trail/index.ts'
export type { Context } from './trpc.ts'
export { vocabulary } from './vocabulary.ts'

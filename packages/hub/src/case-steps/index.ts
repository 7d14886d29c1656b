export { findCaseSteps } from './find.ts'
export { decideStep, reviewStep, takeStep } from './take.ts'

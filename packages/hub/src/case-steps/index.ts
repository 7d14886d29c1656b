export { findCaseSteps } from './find.ts'
export { decideStep, takeStep } from './take.ts'

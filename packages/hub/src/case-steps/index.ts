export { findCaseSteps } from './find.ts'
export { besideOf, standingsOf } from './standings.ts'
export { decideStep, reviewStep, takeStep } from './take.ts'

export { standingInCase } from './relation.ts'
export { type Standing, standingIn } from './standing.ts'
export { standingWords } from './words.ts'

export { acts } from './acts.ts'
export { trailOfAdministration } from './of-administration.ts'
export { trailOfCase } from './of-case.ts'
export { sentenceOf } from './sentence.ts'

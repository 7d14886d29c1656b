export { acts } from './acts.ts'
export { trailOfCase } from './of-case.ts'
export { sentenceOf } from './sentence.ts'

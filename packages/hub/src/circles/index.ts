export { type Circle, circleOf } from './circle.ts'
export { circleOfForce, circleOfRecord } from './relation.ts'
export { circlesOf, circlesOfForces } from './store.ts'
export { circleWords } from './words.ts'

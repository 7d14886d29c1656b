export { type Circle, circleOf } from './circle.ts'
export { circleOfForce, circleOfHandoff, circleOfRecord } from './relation.ts'
export { circlesOf, circlesOfForces, circlesOfHandoffs } from './store.ts'
export { circleWords } from './words.ts'

export { assessMatter } from './assess.ts'
export { explainLawDeadline } from './deadline.ts'

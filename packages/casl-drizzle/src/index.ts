export { filterOf } from './filter.ts'
export type { Field, Model, Relation } from './model.ts'

export { filterOf } from './filter.ts'
export type { Driver, Field, ListModel, Model, Relation } from './model.ts'
export { filled, type Rendered, rendered } from './rendered.ts'
export { type PageOptions, type Visible, visibleOf } from './visible.ts'

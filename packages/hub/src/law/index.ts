export { assessMatter } from './assess.ts'
export { assessMatterOfGoods } from './assess-goods.ts'
export { explainLawDeadline } from './deadline.ts'
export { listPriceMethods } from './methods.ts'

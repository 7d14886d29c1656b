export { enterGoods } from './enter.ts'
export { goodsOfItem } from './of-item.ts'
export { previewGoods } from './preview.ts'
export { strikeGoods } from './strike.ts'

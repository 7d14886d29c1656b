import type { GoodsCells } from '@lianban/law'

/** A row of a list of goods with nothing wrong in it. */
export const goodsRow: GoodsCells = {
  brand: '中华',
  specification: '硬盒',
  goods: '卷烟',
  category: '假冒',
  quantity: '30 条',
  perPack: '20',
  codes: '3090399327788543CDYC430701204804',
  price: '450元/条',
  priceSource: '省局价格目录',
  note: '第一箱',
}

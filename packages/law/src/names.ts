/** What the tables of the law call things. This file reads nothing, so a page may offer the same words. */
export const genuinenesses = ['genuine', 'counterfeit', 'inferior', 'smuggled', 'unlicensed'] as const
export const licences = ['none', 'retail', 'wholesale', 'production'] as const
export const channels = ['own', 'off_channel'] as const
export const activities = ['produce', 'wholesale', 'retail', 'transport', 'store', 'mail', 'print_marks'] as const
export const actors = ['person', 'unit'] as const
export const conducts = ['permit_traded', 'violence', 'special_circumstances'] as const
export const products = [
  'cigarette',
  'cigar',
  'leaf',
  'cut_tobacco',
  'empty_tube',
  'heated',
  'pod',
  'disposable',
  'e_liquid',
  'device',
  'other',
] as const

export const goodsKinds = [
  'cigarette',
  'cigar',
  'heated',
  'leaf',
  'redried_leaf',
  'cut_tobacco',
  'paper',
  'filter_rod',
  'tow',
  'machine',
  'empty_tube',
  'pod',
  'disposable',
  'e_liquid',
  'device',
] as const

/** The units in which goods are counted and priced. */
export const goodsUnits = ['支', '盒', '条', '件', '箱', '公斤', '克', '毫升', '个', '台'] as const

/** The columns of a list of goods, in the order in which they stand on its first line. */
export const goodsColumns = [
  'brand',
  'specification',
  'goods',
  'category',
  'quantity',
  'perPack',
  'codes',
  'price',
  'priceSource',
  'note',
] as const

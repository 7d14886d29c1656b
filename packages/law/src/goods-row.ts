import { type CartonFinding, normalised, readCartonCode, type Sentence } from '@lianban/kernel'
import { type goodsColumns, goodsKinds } from './names.ts'
import { parseQuantity, type Quantity, quantityFlaw, quantityOf } from './quantity.ts'
import type { GoodsKind } from './valuation.ts'

/** What goods turned out to be. */
export const goodsCategories = ['genuine', 'counterfeit', 'smuggled', 'unlicensed', 'unknown'] as const
export type GoodsCategory = (typeof goodsCategories)[number]

export type GoodsColumn = (typeof goodsColumns)[number]
export type GoodsCells = Readonly<Record<GoodsColumn, string>>

const goodsNames: Readonly<Record<string, GoodsKind>> = {
  卷烟: 'cigarette',
  雪茄: 'cigar',
  雪茄烟: 'cigar',
  加热卷烟: 'heated',
  烟叶: 'leaf',
  复烤烟叶: 'redried_leaf',
  烟丝: 'cut_tobacco',
  卷烟纸: 'paper',
  滤嘴棒: 'filter_rod',
  烟用丝束: 'tow',
  烟草专用机械: 'machine',
  空烟管: 'empty_tube',
  空管烟: 'empty_tube',
  烟弹: 'pod',
  一次性电子烟: 'disposable',
  雾化物: 'e_liquid',
  烟具: 'device',
}
const categoryNames: Readonly<Record<string, GoodsCategory>> = {
  真品: 'genuine',
  真烟: 'genuine',
  假冒: 'counterfeit',
  假烟: 'counterfeit',
  走私: 'smuggled',
  私烟: 'smuggled',
  无证: 'unlicensed',
  待鉴别: 'unknown',
  未鉴别: 'unknown',
}
/** By weight alone: of these nobody counts sticks. */
const byWeight: readonly GoodsKind[] = ['leaf', 'redried_leaf', 'cut_tobacco', 'tow']
const bySticks: readonly GoodsKind[] = ['cigarette', 'cigar', 'heated', 'empty_tube']

export type CodeTold = {
  readonly code: string
  readonly sortedOn: string
  readonly order: number
  readonly company: string
  readonly licence: string
  readonly region: string
  readonly findings: readonly CartonFinding[]
}

export type GoodsLine = {
  readonly brand: string
  readonly specification: string
  readonly goods: GoodsKind
  readonly category: GoodsCategory
  readonly quantity: Quantity
  readonly sticksPerPack: number | null
  readonly codes: readonly CodeTold[]
  /** In fen, for one of the unit it was given in. */
  readonly price: number | null
  readonly pricePer: string
  readonly priceSource: string
  readonly note: string
}

export type CellProblem = { readonly column: GoodsColumn; readonly words: Sentence }
export type GoodsRowRead = { readonly line: GoodsLine | null; readonly problems: readonly CellProblem[] }

const named = <Value>(names: Readonly<Record<string, Value>>, text: string): Value | undefined =>
  Object.hasOwn(names, text.trim()) ? names[text.trim()] : undefined

const listed = (names: Readonly<Record<string, unknown>>) => Object.keys(names).join('、')

type Noted = (column: GoodsColumn, zh: string, en: string) => undefined

/** Reads rows of cells as lines of goods; a row with a cell that cannot be read is no line, and every such cell is named. */
export function readGoodsRows(rows: readonly GoodsCells[], today: Date): GoodsRowRead[] {
  const seen = new Set<string>()
  return rows.map((cells) => readGoodsRow(cells, { today, seen }))
}

function readGoodsRow(cells: GoodsCells, about: { readonly today: Date; readonly seen: Set<string> }): GoodsRowRead {
  const problems: CellProblem[] = []
  const note: Noted = (column, zh, en) => {
    problems.push({ column, words: { zh, en } })
    return undefined
  }
  const brand = cells.brand.trim() || note('brand', '请填写品牌；没有的写“无”。', 'Enter the brand, or “无”.')
  const kind =
    named(goodsNames, cells.goods) ??
    goodsKinds.find((each) => each === cells.goods.trim()) ??
    note('goods', `请填写物品种类：${listed(goodsNames)}。`, `Enter the kind of goods: ${listed(goodsNames)}.`)
  const category =
    named(categoryNames, cells.category) ??
    goodsCategories.find((each) => each === cells.category.trim()) ??
    note('category', `请填写类别：${listed(categoryNames)}。`, `Enter the category: ${listed(categoryNames)}.`)
  const perPack = perPackOf(cells.perPack, note)
  const quantity = quantityIn(cells.quantity, { perPack, kind }, note)
  const codes = codesIn(cells.codes, about, note)
  const price = priceOf(cells, quantity, note)
  if (!brand || !kind || !category || !quantity || !codes || problems.length > 0) return { line: null, problems }
  const { specification, priceSource, note: words } = cells
  return {
    line: {
      brand,
      specification: specification.trim(),
      goods: kind,
      category,
      quantity,
      sticksPerPack: perPack ?? null,
      codes,
      ...(price ?? { price: null, pricePer: '' }),
      priceSource: priceSource.trim(),
      note: words.trim(),
    },
    problems,
  }
}

function perPackOf(text: string, note: Noted): number | undefined {
  if (text.trim() === '') return undefined
  const count = Number(text.trim())
  if (Number.isInteger(count) && count >= 1 && count <= 100) return count
  return note(
    'perPack',
    '每盒支数是 1 到 100 的整数；不填按 20 支计算。',
    'A whole number from 1 to 100, or empty for 20.',
  )
}

type Counting = { readonly perPack: number | undefined; readonly kind: GoodsKind | undefined }

function quantityIn(text: string, { perPack, kind }: Counting, note: Noted): Quantity | undefined {
  const flaw = quantityFlaw(text, perPack)
  if (flaw) return note('quantity', `数量${flaw.zh}。`, `The quantity ${flaw.en}.`)
  const read = parseQuantity(text, perPack) as Quantity
  if (read.amount === 0)
    return note('quantity', '数量不能为零，请填写实际数量。', 'The quantity must not be zero; write what it is.')
  if (kind && byWeight.includes(kind) && read.dimension !== 'mass')
    return note(
      'quantity',
      '烟叶、烟丝、丝束按重量登记，请用公斤或者克。',
      'Leaf, cut tobacco and tow go by weight: 公斤 or 克.',
    )
  if (kind && bySticks.includes(kind) && read.dimension !== 'sticks')
    return note('quantity', '请用支、盒、条、件或者箱。', 'Use 支, 盒, 条, 件 or 箱.')
  return read
}

function codesIn(
  text: string,
  { today, seen }: { readonly today: Date; readonly seen: Set<string> },
  note: Noted,
): readonly CodeTold[] | undefined {
  const written = text.split(/[\s,，;；、]+/).filter(Boolean)
  const codes: CodeTold[] = []
  for (const each of written) {
    const code = readCartonCode(each, today)
    if (!code)
      return note(
        'codes',
        `“${each.slice(0, 40)}”不是 32 位条码：应为 16 位数字、4 位字母、12 位数字，且日期存在。`,
        `“${each.slice(0, 40)}” is no carton code: 16 digits with a date that exists, 4 letters, 12 digits.`,
      )
    if (seen.has(normalised(each)))
      return note('codes', `条码 ${code.code} 重复出现。`, `The code ${code.code} stands twice.`)
    seen.add(code.code)
    const { caseSerial: _serial, ...told } = code
    codes.push(told)
  }
  return codes
}

/** 450 元/条: a price has the unit it is for, which counts the same thing as the quantity, and says where it is from. */
function priceOf(
  { price: text, priceSource }: GoodsCells,
  quantity: Quantity | undefined,
  note: Noted,
): { readonly price: number; readonly pricePer: string } | undefined {
  if (text.trim() === '') return undefined
  const [, money = '', unit = ''] = /^([^/／每]+)[/／每](\S+)$/.exec(text.trim()) ?? []
  const fen = quantityOf('money').safeParse(money.trim())
  const per = parseQuantity(`1 ${unit}`)
  if (!fen.success || typeof per === 'string')
    return note('price', '请按“金额/单位”填写，例如 450元/条。', 'Write the amount and its unit, such as 450元/条.')
  if (quantity && per.dimension !== quantity.dimension)
    return note(
      'price',
      '单价的单位与数量的单位不是同一类。',
      'The unit of the price counts something else than the quantity.',
    )
  if (priceSource.trim() === '') return note('priceSource', '有单价的须填写价格来源。', 'A price needs its source.')
  return { price: fen.data, pricePer: unit }
}

/** What a line comes to in whole fen, half a fen rounded up. */
export function worthOf({
  quantity,
  price,
  pricePer,
  sticksPerPack,
}: Pick<GoodsLine, 'quantity' | 'price' | 'pricePer' | 'sticksPerPack'>): number | null {
  const per = parseQuantity(`1 ${pricePer}`, sticksPerPack ?? undefined)
  if (price === null || typeof per === 'string') return null
  const [top, bottom] = [BigInt(quantity.amount) * BigInt(price), BigInt(per.amount)]
  return Number((2n * top + bottom) / (2n * bottom))
}

import type { LinedYaml } from '@lianban/lined-yaml'
import { z } from 'zod'
import { Citation, type Laws, Status, Words } from './citation.ts'
import { Day } from './day.ts'
import { goodsKinds } from './names.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'
import { parseQuantity, type Quantity, quantityOf } from './quantity.ts'
import { refusals } from './refusals.ts'

export const GoodsKind = z.enum(goodsKinds)
export type GoodsKind = z.infer<typeof GoodsKind>

const Fraction = z
  .string('a fraction such as 3/2')
  .regex(/^[1-9]\d?\/[1-9]\d?$/, 'a fraction such as 3/2')
  .transform((text) => text.split('/').map(Number) as [number, number])

const Method = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  words: Words,
  goods: z.array(GoodsKind).min(1),
  factor: Fraction.optional(),
  basis: z.array(Citation).min(1),
  status: Status,
})
export type Method = z.infer<typeof Method> & { readonly file: string; readonly line: number }

const ValuationFile = z.strictObject({ methods: z.array(z.unknown()).min(1) })

/** Reads in what order prices are looked for. */
export function readValuation(yaml: LinedYaml, laws: Laws): readonly Method[] | undefined {
  if (!yaml.checked(yaml.root, 'the valuation', ValuationFile)) return undefined
  const methods: Method[] = []
  const nodes = yaml.list(yaml.mapping(yaml.root, 'the valuation')?.get('methods')?.value ?? null, 'methods')
  for (const node of nodes ?? []) {
    const read = yaml.checked(node, 'a method', Method)
    if (!read) continue
    if (methods.some(({ id }) => id === read.id)) yaml.refuse(node, `${read.id} is already the id of a method`)
    noteUnknownLaws(yaml, node, laws, read.basis)
    methods.push({ ...read, file: yaml.file, line: yaml.lineOf(node) })
  }
  return methods
}

/** What an amount of money stands for: the sources use five words for different things. */
const amountKinds = ['marked_value', 'price_certificate', 'sales_amount', 'case_value', 'fund_flow'] as const

/** A line of text without control characters or half characters. */
const said = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{C}*$/u)

/** One valuation of an item. Only one by a method and a unit price can count; sums that somebody named are kept as such. */
export const Valuation = z
  .strictObject({
    method: said(40).optional(),
    kind: z.enum(amountKinds).optional(),
    price: quantityOf('money').optional(),
    per: said(20).optional(),
    total: quantityOf('money').optional(),
    document: said(200).optional(),
    issuer: said(200).optional(),
    on: Day.optional(),
  })
  .refine(
    ({ method, price, per, total, kind }) =>
      method ? price !== undefined && per !== undefined && total === undefined : total !== undefined && kind,
    '估价须有方法、单价和计价单位，或者有金额及其含义 a valuation has a method, a price and its unit, or a total and what it stands for',
  )
export type Valuation = z.infer<typeof Valuation>

export const Item = z.strictObject({
  goods: GoodsKind,
  quantity: said(60),
  sticksPerPack: z.int().min(1).max(100).optional(),
  valuations: z.array(Valuation).max(20),
})
export type Item = z.infer<typeof Item>

export type Valued = {
  readonly quantity: Quantity
  /** The valuation that counts, by its place, and what the item comes to in fen; nothing where there is no price. */
  readonly counts: number | null
  readonly method: Method | null
  readonly fen: number | null
  /** All that were entered, with what each comes to. */
  readonly kept: readonly (Valuation & { readonly fen: number })[]
}

/** What goods come to by the first method in the law's order for which there is a price. */
export function valued(methods: readonly Method[], { goods, quantity, sticksPerPack, valuations }: Item): Valued {
  const amount = parseQuantity(quantity, sticksPerPack)
  if (typeof amount === 'string') throw refusals.quantityUnreadable(quantity)
  const kept = valuations.map((each) => ({ ...each, fen: comesTo(methods, each, { goods, amount, sticksPerPack }) }))
  const method = methods.find(
    ({ id, goods: kinds }) => kinds.includes(goods) && kept.some((each) => each.method === id),
  )
  const counts = method ? kept.findIndex((each) => each.method === method.id) : -1
  return {
    quantity: amount,
    counts: counts < 0 ? null : counts,
    method: method ?? null,
    fen: kept[counts]?.fen ?? null,
    kept,
  }
}

type Of = { readonly goods: GoodsKind; readonly amount: Quantity; readonly sticksPerPack: number | undefined }

/** In whole fen, half a fen rounded up; never in floating point. */
function comesTo(methods: readonly Method[], each: Valuation, { goods, amount, sticksPerPack }: Of): number {
  if (!each.method) return each.total!
  const method = methods.find(({ id }) => id === each.method)
  if (!method) throw refusals.methodUnknown(each.method)
  if (!method.goods.includes(goods)) throw refusals.methodNotForGoods(each.method, goods)
  const unit = parseQuantity(`1 ${each.per}`, sticksPerPack)
  if (typeof unit === 'string' || unit.dimension !== amount.dimension) throw refusals.unitsDiffer(each.per!)
  const [over, under] = method.factor ?? [1, 1]
  const top = BigInt(amount.amount) * BigInt(each.price!) * BigInt(over)
  const bottom = BigInt(unit.amount) * BigInt(under)
  const fen = (2n * top + bottom) / (2n * bottom)
  if (fen > 10n ** 14n) throw refusals.quantityAbsurd()
  return Number(fen)
}

import type { Sentence } from '@lianban/kernel'
import { z } from 'zod'

/** What an amount is counted in, in its smallest whole unit: fen, sticks, grams, millilitres, pieces or times. */
export type Dimension = 'money' | 'sticks' | 'mass' | 'volume' | 'pieces' | 'times'

export type Quantity = { readonly dimension: Dimension; readonly amount: number }

/** 1 条 is 10 盒 or 200 支, 1 件 is 50 条, 1 箱 is 5 件; a pack of another size says so on its specification. */
const sticksPerPack = 20
const packsPerCarton = 10
const cartonsPerCase = 50
const casesPerBox = 5
const carton = packsPerCarton * sticksPerPack

type Unit = { readonly dimension: Dimension; readonly size: number; readonly decimals: number }

const units: Readonly<Record<string, Unit>> = {
  元: { dimension: 'money', size: 100, decimals: 2 },
  万元: { dimension: 'money', size: 1_000_000, decimals: 6 },
  支: { dimension: 'sticks', size: 1, decimals: 0 },
  盒: { dimension: 'sticks', size: sticksPerPack, decimals: 0 },
  条: { dimension: 'sticks', size: carton, decimals: 0 },
  件: { dimension: 'sticks', size: carton * cartonsPerCase, decimals: 0 },
  箱: { dimension: 'sticks', size: carton * cartonsPerCase * casesPerBox, decimals: 0 },
  公斤: { dimension: 'mass', size: 1000, decimals: 3 },
  克: { dimension: 'mass', size: 1, decimals: 0 },
  毫升: { dimension: 'volume', size: 1, decimals: 0 },
  个: { dimension: 'pieces', size: 1, decimals: 0 },
  枚: { dimension: 'pieces', size: 1, decimals: 0 },
  台: { dimension: 'pieces', size: 1, decimals: 0 },
  次: { dimension: 'times', size: 1, decimals: 0 },
}

const unitNames: Readonly<Record<Dimension, readonly string[]>> = {
  money: ['元', '万元'],
  sticks: ['支', '盒', '条', '件', '箱'],
  mass: ['公斤', '克'],
  volume: ['毫升'],
  pieces: ['个', '枚', '台'],
  times: ['次'],
}

/** The most that anybody can mean: a trillion yuan, ten billion sticks, ten thousand tonnes. */
const most: Readonly<Record<Dimension, number>> = {
  money: 1e14,
  sticks: 1e10,
  mass: 1e10,
  volume: 1e10,
  pieces: 1e10,
  times: 1000,
}

const written = /^(\d{1,15})(?:\.(\d{1,6}))? ?([^\d\s.]+)$/

type Flaw = 'unit' | 'unknown' | 'negative' | 'decimals' | 'absurd' | 'unreadable'

/** An amount with its unit, `49999.99 元` or `3 条`, without rounding; or what is wrong with it. */
export function parseQuantity(text: string, perPack = sticksPerPack): Quantity | Flaw {
  const trimmed = text.trim()
  if (trimmed.startsWith('-')) return 'negative'
  if (/^\d+(\.\d+)?$/.test(trimmed)) return 'unit'
  const [, whole, fraction = '', name] = written.exec(trimmed) ?? []
  if (!whole || !name) return 'unreadable'
  const unit = Object.hasOwn(units, name) ? units[name]! : undefined
  if (!unit) return 'unknown'
  if (fraction.length > unit.decimals) return 'decimals'
  const size = unit.dimension === 'sticks' && unit.size > 1 ? (unit.size / sticksPerPack) * perPack : unit.size
  const amount = (BigInt(whole + fraction) * BigInt(size)) / 10n ** BigInt(fraction.length)
  return amount > BigInt(most[unit.dimension]) ? 'absurd' : { dimension: unit.dimension, amount: Number(amount) }
}

const flawWords = (flaw: Flaw, dimension: Dimension): Sentence => {
  const names = unitNames[dimension].join('、')
  const said: Record<Flaw, Sentence> = {
    unit: { zh: `没有写明单位，请加上单位（${names}）`, en: `has no unit; add one of ${names}` },
    unknown: { zh: `单位不能识别，请用${names}`, en: `has a unit that is not known; use one of ${names}` },
    negative: { zh: '不能是负数，请填写实际数量', en: 'must not be negative; write what it is' },
    decimals: {
      zh: '小数位数过多，请按金额精确到分、数量为整数填写',
      en: 'has too many decimals; write money to the fen and counts in whole numbers',
    },
    absurd: { zh: '数值大得不合情理，请核对单位', en: 'is absurdly large; check the unit' },
    unreadable: {
      zh: `不能识别，请按“数字加单位”填写，例如 3 ${names[0]}`,
      en: `cannot be read; write a number and a unit such as 3 ${names[0]}`,
    },
  }
  return said[flaw]
}

/** What is wrong with a quantity of goods, so that it can be put right; nothing where it can be read. */
export function quantityFlaw(text: string, perPack = sticksPerPack): Sentence | null {
  const read = parseQuantity(text, perPack)
  if (typeof read !== 'string') return read.dimension === 'money' ? flawWords('unknown', 'sticks') : null
  return flawWords(read, 'sticks')
}

/** An amount of one dimension, or what is wrong with it, in Chinese first. */
export function readAs(dimension: Dimension, text: string, perPack = sticksPerPack): number | string {
  const read = parseQuantity(text, perPack)
  if (typeof read !== 'string' && read.dimension === dimension) return read.amount
  const { zh, en } = flawWords(typeof read === 'string' ? read : 'unknown', dimension)
  return `${zh} ${en}`
}

const unitMissing = '没有写明单位，请按“数字加单位”填写，例如 3 条 write a number and its unit, such as 3 条'

/** A schema for amounts of one dimension. */
export const quantityOf = (dimension: Dimension) =>
  z.string(unitMissing).transform((text, context): number => {
    const read = readAs(dimension, text)
    if (typeof read === 'number') return read
    context.addIssue({ code: 'custom', message: read })
    return z.NEVER
  })

/** Any amount that has its unit. */
export const AnyQuantity = z.string(unitMissing).transform((text, context): Quantity => {
  const read = parseQuantity(text)
  if (typeof read !== 'string') return read
  const { zh, en } = flawWords(read, 'money')
  context.addIssue({ code: 'custom', message: `${zh} ${en}` })
  return z.NEVER
})

/** 49999.99元, 200000支: how an amount is shown. */
export function quantityWords({ dimension, amount }: Quantity): Sentence {
  if (dimension === 'money') {
    const fen = String(amount % 100).padStart(2, '0')
    const text = `${Math.trunc(amount / 100)}${fen === '00' ? '' : `.${fen}`}`
    return { zh: `${text}元`, en: `${text} yuan` }
  }
  if (dimension === 'mass') return { zh: `${amount / 1000}公斤`, en: `${amount / 1000} kg` }
  const [zh, en] = {
    sticks: ['支', 'sticks'],
    volume: ['毫升', 'ml'],
    pieces: ['个', 'pieces'],
    times: ['次', 'times'],
  }[dimension] as [string, string]
  return { zh: `${amount}${zh}`, en: `${amount} ${en}` }
}

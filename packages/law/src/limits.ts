import type { Sentence } from '@lianban/kernel'
import type { LinedYaml } from '@lianban/lined-yaml'
import { z } from 'zod'
import { Citation, citationWords, isVerified, type Laws, Status, statusWords, Words } from './citation.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'
import { AnyQuantity, type Quantity, quantityWords } from './quantity.ts'
import { GoodsKind } from './valuation.ts'

export const limitActivities = ['mail', 'carry', 'transport', 'sell'] as const

const QuantityLimit = z
  .strictObject({
    id: z.string().regex(/^L-[A-Z0-9]+(-[A-Z0-9]+)*$/),
    title: Words,
    activity: z.enum(limitActivities),
    goods: z.array(GoodsKind).min(1).optional(),
    atMost: AnyQuantity.optional(),
    above: AnyQuantity.optional(),
    atLeast: AnyQuantity.optional(),
    consequence: Words.optional(),
    cause: z.string().regex(/^[TE]\d\d$/),
    basis: z.array(Citation).min(1),
    status: Status,
  })
  .refine(
    ({ atMost, above, atLeast }) => [atMost, above, atLeast].filter(Boolean).length === 1,
    'a limit has one of atMost, above and atLeast',
  )
  .refine(
    ({ atMost, consequence }) => Boolean(atMost) !== Boolean(consequence),
    'say what follows, unless it is atMost',
  )
export type QuantityLimit = z.infer<typeof QuantityLimit> & { readonly file: string; readonly line: number }

const Twice = z.strictObject({ consequence: Words, basis: z.array(Citation).min(1), status: Status })
const LimitFile = z.strictObject({ limits: z.array(z.unknown()).min(1), twice: Twice })

export type Limits = { readonly rows: readonly QuantityLimit[]; readonly twice: z.infer<typeof Twice> }

/** Reads how much may be carried, mailed, transported or sold at once. */
export function readLimits(yaml: LinedYaml, laws: Laws): Limits | undefined {
  const file = yaml.checked(yaml.root, 'the limits', LimitFile)
  if (!file) return undefined
  const rows: QuantityLimit[] = []
  noteUnknownLaws(yaml, yaml.root!, laws, file.twice.basis)
  const nodes = yaml.list(yaml.mapping(yaml.root, 'the limits')?.get('limits')?.value ?? null, 'limits')
  for (const node of nodes ?? []) {
    const read = yaml.checked(node, 'a limit', QuantityLimit)
    if (!read) continue
    if (rows.some(({ id }) => id === read.id)) yaml.refuse(node, `${read.id} is already the id of a limit`)
    noteUnknownLaws(yaml, node, laws, read.basis)
    rows.push({ ...read, file: yaml.file, line: yaml.lineOf(node) })
  }
  return { rows, twice: file.twice }
}

/** What was carried, mailed, transported or sold at once: goods, their value, and earlier penalties for the same. */
export type Load = {
  readonly activity: (typeof limitActivities)[number]
  readonly goods: readonly { readonly kind: GoodsKind; readonly quantity: Quantity }[]
  readonly fen?: number | undefined
  readonly penalties?: number | undefined
}

export type LimitTold = {
  readonly id: string
  readonly title: Sentence
  readonly verdict: 'within' | 'beyond' | 'twice'
  readonly found: Sentence
  readonly limit: Sentence
  readonly consequence: Sentence | null
  readonly cause: string
  readonly basis: readonly Sentence[]
  readonly status: Status
  readonly statusWords: Sentence
  readonly isVerified: boolean
}

/** Every limit that speaks of this load, with the numbers; goods of one limit are added together. */
export function checkedLimits({ limits, laws }: { limits: Limits; laws: Laws }, load: Load): readonly LimitTold[] {
  return limits.rows.flatMap((row) => {
    const bound = (row.atMost ?? row.above ?? row.atLeast)!
    const found = row.activity === load.activity ? amountFor(row, bound, load) : undefined
    if (found === undefined) return []
    const isBeyond = row.atLeast ? found >= bound.amount : found > bound.amount
    const isTwice = row.atMost !== undefined && found >= 2 * bound.amount
    const { basis, status } = isTwice ? limits.twice : row
    const words = quantityWords(bound)
    return [
      {
        id: row.id,
        title: row.title,
        verdict: isTwice ? 'twice' : isBeyond ? 'beyond' : 'within',
        found: quantityWords({ dimension: bound.dimension, amount: found }),
        limit: row.atLeast
          ? { zh: `${words.zh}以上（含）`, en: `${words.en} or more` }
          : row.above
            ? { zh: `超过${words.zh}`, en: `more than ${words.en}` }
            : { zh: `不超过${words.zh}`, en: `at most ${words.en}` },
        consequence: isTwice ? limits.twice.consequence : isBeyond ? (row.consequence ?? beyond) : null,
        cause: row.cause,
        basis: [...row.basis, ...(isTwice ? basis : [])].map((each) => citationWords(laws, each)),
        status: isVerified(row.status) ? status : row.status,
        statusWords: statusWords[isVerified(row.status) ? status : row.status],
        isVerified: isVerified(row.status) && isVerified(status),
      },
    ]
  })
}

const beyond: Sentence = { zh: '超过限量', en: 'beyond the limit' }

function amountFor(row: QuantityLimit, bound: Quantity, { goods, fen, penalties }: Load): number | undefined {
  if (bound.dimension === 'money') return fen
  if (bound.dimension === 'times') return penalties
  const own = goods.filter(({ kind, quantity }) => row.goods?.includes(kind) && quantity.dimension === bound.dimension)
  return own.length > 0 ? own.reduce((sum, { quantity }) => sum + quantity.amount, 0) : undefined
}

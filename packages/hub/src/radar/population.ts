import type { Tx } from '@lianban/db'
import type { AgencyId, CaseId, IdentifierKind } from '@lianban/kernel'
import {
  type Day,
  type Dimension,
  type GoodsCategory,
  type Law,
  parseQuantity,
  type RadarCase,
  type RadarPopulation,
  worthOf,
} from '@lianban/law'
import { sql } from 'drizzle-orm'

type Figure = { readonly measure: string; readonly amount: string; readonly unit: string }
type Goods = {
  readonly category: GoodsCategory
  readonly dimension: Dimension
  readonly amount: number
  readonly price: number | null
  readonly pricePer: string
  readonly sticksPerPack: number | null
}
type CaseCounted = {
  readonly id: CaseId
  readonly number: string
  readonly agency_id: AgencyId
  readonly opened_on: string
  readonly transferred_at: string | null
  readonly is_decided: boolean
  readonly decisions: string[]
  readonly figures: Figure[]
  readonly goods: Goods[]
  readonly persons: { readonly kind: IdentifierKind; readonly key: string }[]
}

/** Everything that the radar counts of one agency, as the hub has it now; under its own duty alone. */
export async function radarPopulation(tx: Tx, law: Law, agencyId: AgencyId): Promise<RadarPopulation> {
  const transfers = Object.values(law.handoffs).filter(({ track }) => track?.name === 'transfer')
  const kinds = sql.param([...new Set(transfers.flatMap(({ from }) => from))])
  const ids = sql.param(transfers.map(({ id }) => id))
  const clocks = sql.param(law.radar.flatMap((rule) => (rule.looks === 'overdue' ? rule.clocks : [])))
  const cases = await tx.execute<CaseCounted>(
    sql`select * from radar_cases(${agencyId}::uuid, ${kinds}::text[], ${ids}::text[])`,
  )
  const refusals = await tx.execute<{
    case_id: string
    number: string
    sender: string
    police: string
    standing: string
    at: string
  }>(sql`select * from radar_refusals(${agencyId}::uuid, ${ids}::text[])`)
  const running = await tx.execute<{
    rule: string
    case_id: string
    number: string
    owner: string
    liable: string
    due_at: string
  }>(sql`select * from radar_clocks(${agencyId}::uuid, ${clocks}::text[])`)
  return {
    cases: cases.rows.map(counted),
    refusals: refusals.rows.map(({ case_id, at, ...rest }) => ({ ...rest, caseId: case_id, at: new Date(at) })),
    clocks: running.rows.map(({ case_id, due_at, ...rest }) => ({ ...rest, caseId: case_id, dueAt: new Date(due_at) })),
  }
}

function counted(row: CaseCounted): RadarCase {
  const { goods, figures } = row
  const categories = new Set(goods.map(({ category }) => category))
  const [category] = categories
  return {
    id: row.id,
    number: row.number,
    agency: row.agency_id,
    openedOn: firstDayOf(row.opened_on),
    fen: most([worthIn(goods), ...figures.map((each) => amountOf(each, moneyMeasures, 'money'))]),
    sticks: most([sticksIn(goods), ...figures.map((each) => amountOf(each, ['quantity'], 'sticks'))]),
    genuineness: categories.size === 1 && category !== 'unknown' ? category : undefined,
    transferredOn: row.transferred_at ? dayOf(new Date(row.transferred_at)) : null,
    isPenaltyDecided: row.is_decided,
    decisionNumbers: row.decisions,
    persons: row.persons,
  }
}

/** What of the figures of a case is the money of its goods or its business. */
const moneyMeasures = ['marked_value', 'goods_value', 'case_value', 'amount_involved']

function amountOf({ measure, amount, unit }: Figure, wanted: readonly string[], dimension: Dimension) {
  if (!wanted.includes(measure)) return undefined
  const read = parseQuantity(`${plain(amount)} ${unit}`)
  return typeof read !== 'string' && read.dimension === dimension ? read.amount : undefined
}

/** 62000.00 as 62000: what the database pads is no precision that somebody gave. */
const plain = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount)

function worthIn(goods: readonly Goods[]): number | undefined {
  const worth = goods.flatMap(
    ({ dimension, amount, ...of }) => worthOf({ ...of, quantity: { dimension, amount } }) ?? [],
  )
  return worth.length > 0 ? worth.reduce((sum, each) => sum + each, 0) : undefined
}

function sticksIn(goods: readonly Goods[]): number | undefined {
  const counts = goods.filter(({ dimension }) => dimension === 'sticks')
  return counts.length > 0 ? counts.reduce((sum, { amount }) => sum + amount, 0) : undefined
}

/** The ledger and the papers may differ: the larger one is the reason to look. */
function most(amounts: readonly (number | undefined)[]): number | undefined {
  const known = amounts.filter((amount) => amount !== undefined)
  return known.length > 0 ? Math.max(...known) : undefined
}

const firstDayOf = (day: string): Day => `${day}${'-01-01'.slice(day.length - 4)}` as Day
const dayOf = (at: Date): Day => new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 10) as Day

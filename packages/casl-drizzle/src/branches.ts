import type { AnyAbility } from '@casl/ability'
import { rulesToAST } from '@casl/ability/extra'
import { type Condition, nameOf } from './condition.ts'
import { type Field, type Model, own, type Relation } from './model.ts'

type Start = { readonly name: string; readonly field: Field; readonly value: unknown; readonly relation?: Relation }

/** One way into the list: the rows with one value of one column, and what else each of them must meet. */
export type Branch = {
  readonly by?: Start | undefined
  /** Of the related row, where a relation drives. */
  readonly inside: readonly Condition[]
  /** Of the record itself. */
  readonly rest: readonly Condition[]
}

/** The ways into everything the ability opens: each rule is one, or one for each value where it names several. */
export function branchesOf(ability: AnyAbility, action: string, subject: string, model: Model): Branch[] {
  const condition = rulesToAST(ability, action, subject)
  return condition ? alternatives(condition).flatMap((terms) => driven(terms, model)) : []
}

const mostWays = 64

/**
 * A condition as alternatives of terms that hold together. An `or` inside of an `and` is multiplied out, unless that
 * would make too many: then it stays one term.
 */
function alternatives(condition: Condition): Condition[][] {
  const parts = condition.value as Condition[]
  if (condition.operator === 'or') return parts.flatMap(alternatives)
  if (condition.operator !== 'and') return [[condition]]
  return parts.reduce<Condition[][]>(
    (all, part) => {
      const several = alternatives(part)
      const ways = all.length * several.length > mostWays ? [[part]] : several
      return all.flatMap((terms) => ways.map((more) => [...terms, ...more]))
    },
    [[]],
  )
}

function driven(terms: readonly Condition[], model: Model): Branch[] {
  for (const term of terms) {
    const field = own(model.fields, nameOf(term))
    if (!field?.drives) continue
    const rest = terms.filter((other) => other !== term)
    const branches = valuesOf(term)?.map((value) => ({ by: { name: nameOf(term), field, value }, inside: [], rest }))
    if (branches) return branches
  }
  for (const term of terms) {
    const name = nameOf(term)
    const relation = own(model.relations, name)
    if (!relation?.drives || term.operator !== 'elemMatch') continue
    const rest = terms.filter((other) => other !== term)
    const branches = drivenBy(term.value as Condition, { name, relation, rest })
    if (branches) return branches
  }
  return [{ inside: [], rest: terms }]
}

type Related = { readonly name: string; readonly relation: Relation; readonly rest: readonly Condition[] }

function drivenBy(condition: Condition, { name, relation, rest }: Related): Branch[] | undefined {
  const [terms, ...others] = alternatives(condition)
  if (!terms || others.length > 0) return undefined
  for (const term of terms) {
    const attribute = nameOf(term)
    const field = relation.drives?.by.includes(attribute) ? own(relation.fields, attribute) : undefined
    const inside = terms.filter((other) => other !== term)
    const branches =
      field &&
      valuesOf(term)?.map((value) => ({ by: { name: `${name}.${attribute}`, field, value, relation }, inside, rest }))
    if (branches) return branches
  }
  return undefined
}

/** The values that a term leaves, if it names them. */
function valuesOf({ operator, value }: Condition): unknown[] | undefined {
  if (operator === 'eq' && value !== null) return [value]
  const several = operator === 'in' && Array.isArray(value) ? [...new Set<unknown>(value)] : []
  return several.length > 0 && several.every((one) => one !== null) ? several : undefined
}

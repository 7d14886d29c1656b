import type { Rule, When } from './rule.ts'
import { type FieldType, own, type SubjectDefinition } from './vocabulary.ts'

/** What rows must hold before the rules may be run on them; each attribute names the first rule that asks for it. */
export type Needs = readonly Need[]

type Need = {
  readonly name: string
  readonly rule: Rule
  readonly type?: FieldType
  readonly isOfType: (value: unknown) => boolean
  /** What each row of a relation must hold. */
  readonly related?: Need[]
}

type Scope = Pick<SubjectDefinition, 'fields'> & Partial<Pick<SubjectDefinition, 'relations'>>

export function needsOf(rules: readonly Rule[], definition: SubjectDefinition): Needs {
  const needs: Need[] = []
  for (const rule of rules) gather(needs, rule, rule.when, definition)
  return needs
}

function gather(needs: Need[], rule: Rule, when: When, { fields, relations = {} }: Scope): void {
  for (const [name, test] of Object.entries(when)) {
    if ('who' in test) continue
    const held = needs.find((need) => need.name === name)
    const relation = own(relations, name)
    if (relation && 'some' in test) {
      const related = held?.related ?? []
      gather(related, rule, test.some, relation)
      if (!held) needs.push({ name, rule, isOfType: Array.isArray, related })
    } else if (!held) {
      const type = own(fields, name)?.type
      needs.push({ name, rule, ...(type && { type }), isOfType: type ? isOfType[type] : () => false })
    }
  }
}

/**
 * Throws a fault unless the row holds every attribute the rules mention, each of its declared type or null.
 * CASL would quietly compare what is absent or of another type, and sometimes answer yes.
 */
export function assertWhole(row: unknown, needs: Needs): asserts row is Record<PropertyKey, unknown> {
  if (!isPlain(row)) throw new Error('a policy is asked about a row, never about a name')
  const flaw = flawIn(row, needs)
  if (flaw) throw new Error(`${flaw.rule.id} cannot be decided: the ${flaw.rule.subject} row ${flaw.what}`)
}

type Flaw = { readonly rule: Rule; readonly what: string }

function flawOf(row: Record<PropertyKey, unknown>, need: Need): Flaw | undefined {
  const { name, rule, related } = need
  const value = Object.hasOwn(row, name) ? row[name] : undefined
  if (value === undefined) return { rule, what: `lacks ${name}` }
  if (!related)
    return value === null || need.isOfType(value) ? undefined : { rule, what: `holds no ${need.type} in ${name}` }
  if (!Array.isArray(value)) return { rule, what: `has no list of rows in ${name}` }
  for (const item of value) {
    const flaw = isPlain(item) ? flawIn(item, related) : { rule, what: 'has no list of rows' }
    if (flaw) return { ...flaw, what: `${flaw.what} in ${name}` }
  }
  return undefined
}

function flawIn(row: Record<PropertyKey, unknown>, needs: Needs): Flaw | undefined {
  for (const need of needs) {
    const flaw = flawOf(row, need)
    if (flaw) return flaw
  }
  return undefined
}

const isText = (value: unknown): boolean => typeof value === 'string'

export const isOfType: Record<FieldType, (value: unknown) => boolean> = {
  text: isText,
  id: isText,
  flag: (value) => typeof value === 'boolean',
  number: (value) => Number.isFinite(value),
  time: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  texts: (value) => Array.isArray(value) && value.every((item) => item === null || isText(item)),
}

const isPlain = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

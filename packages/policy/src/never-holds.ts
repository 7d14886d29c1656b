import { officerFields } from './asked.ts'
import type { Test, Value, When } from './rule.ts'
import {
  type AttributeDefinition,
  own,
  type RelationDefinition,
  type SubjectDefinition,
  type Vocabulary,
} from './vocabulary.ts'

type Scope = {
  readonly fields: Readonly<Record<string, AttributeDefinition>>
  readonly relations?: Readonly<Record<string, RelationDefinition>>
}

/** What an officer's attribute is certain to be one of, or certain not to be. */
type Possible = { readonly among: readonly Value[] } | { readonly apartFrom: readonly Value[] }
type Officers = Readonly<Record<string, Possible>>

/**
 * Why no officer could ever meet these conditions on any row, though each by itself can be met; nothing when somebody
 * might, or when that cannot be told.
 */
export function contradictionIn(when: When, definition: SubjectDefinition, vocabulary: Vocabulary): string | undefined {
  const officers = officersIn(when, vocabulary)
  return valueNeverThere(when, definition, officers) ?? ownAgencyOtherwise(when, definition, officers)
}

/** A role that no agency has which the rule speaks of: its officers would wait for a right that never comes. */
export function roleNowhere(roles: readonly string[], when: When, vocabulary: Vocabulary): string | undefined {
  const { agencyKind = { apartFrom: [] } } = officersIn(when, vocabulary)
  const stray = roles.find((role) => {
    const kinds = own(vocabulary.roleKinds ?? {}, role)
    return kinds && !canMeet({ among: kinds }, agencyKind)
  })
  return stray && `no agency that the rule speaks of has the role ${stray}`
}

function officersIn(when: When, vocabulary: Vocabulary): Officers {
  const who = when.officer && 'who' in when.officer ? when.officer.who : {}
  const attributes = Object.entries(officerFields(vocabulary))
  return Object.fromEntries(attributes.map(([name, { values }]) => [name, possibleIn(who[name], values)]))
}

function possibleIn(test: Test | undefined, values: readonly Value[] | undefined): Possible {
  if (test && 'is' in test) return { among: [test.is] }
  if (test && 'oneOf' in test) return { among: test.oneOf }
  const not = test && 'not' in test ? test.not : []
  return values ? { among: values.filter((value) => !not.includes(value)) } : { apartFrom: not }
}

/** An attribute has to equal what an officer brings along, and no officer that the rule is about brings a value it can have. */
function valueNeverThere(when: When, { fields, relations = {} }: Scope, officers: Officers): string | undefined {
  for (const [name, test] of Object.entries(when)) {
    const relation = own(relations, name)
    if ('some' in test && relation) {
      const flaw = valueNeverThere(test.some, relation, officers)
      if (flaw) return flaw
    }
    const values = own(fields, name)?.values
    const wanted = 'is' in test ? [test.is] : 'oneOf' in test ? test.oneOf : []
    if (values && wanted.length > 0 && wanted.every((value) => !canMeet(broughtBy(value, officers), { among: values })))
      return `can never match: ${name} is never what the officer’s would have to be`
  }
  return undefined
}

function broughtBy(value: Value, officers: Officers): Possible {
  if (typeof value !== 'string' || !value.startsWith('$')) return { among: [value] }
  return officers[value.slice('$officer.'.length)] ?? { apartFrom: [] }
}

/** The row's agency has to be the officer's own, but is asked to be of a kind or region that those officers' is not. */
function ownAgencyOtherwise(when: When, { relations }: SubjectDefinition, officers: Officers): string | undefined {
  for (const [name, { agencyNamedBy, fields }] of Object.entries(relations)) {
    const naming = agencyNamedBy && when[agencyNamedBy]
    const described = when[name]
    if (!naming || !('is' in naming) || naming.is !== '$officer.agencyId') continue
    if (!described || !('some' in described)) continue
    for (const [attribute, brought] of [
      ['kind', 'agencyKind'],
      ['region', 'region'],
    ] as const) {
      const test = described.some[attribute]
      const of = `$officer.${brought}`
      const isItsOpposite = test && 'not' in test && test.not.includes(of)
      const possible = test && literalsOf(possibleIn(test, fields[attribute]?.values))
      if (isItsOpposite || (possible && !canMeet(possible, officers[brought] ?? { apartFrom: [] })))
        return `can never match: ${agencyNamedBy} is the officer’s own agency, but ${attribute} of ${name} is not its ${attribute}`
    }
  }
  return undefined
}

/** Where a value is only filled in later, nothing can be told. */
function literalsOf(possible: Possible): Possible {
  const values = 'among' in possible ? possible.among : possible.apartFrom
  const isOpen = values.some((value) => typeof value === 'string' && value.startsWith('$'))
  return isOpen ? { apartFrom: [] } : possible
}

function canMeet(one: Possible, other: Possible): boolean {
  if ('among' in one && 'among' in other) return one.among.some((value) => other.among.includes(value))
  if ('among' in one && 'apartFrom' in other) return one.among.some((value) => !other.apartFrom.includes(value))
  if ('apartFrom' in one && 'among' in other) return canMeet(other, one)
  return true
}

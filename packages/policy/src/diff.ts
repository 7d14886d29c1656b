import { makeDrivenClock, type Sentence } from '@lianban/kernel'
import { somePurpose } from './asked.ts'
import { completed } from './completed-row.ts'
import type { Officer } from './officer.ts'
import { createPolicy, type Decision, type Policy } from './policy.ts'
import type { Rule, RuleId } from './rule.ts'
import { own, type Vocabulary } from './vocabulary.ts'

export type Persona = { readonly name: Sentence; readonly officer: Officer }

export type NamedRow = { readonly name: Sentence; readonly subject: string; readonly row: object }

/** Personas before rows at one instant. */
export type Scene = { readonly now: Date; readonly personas: readonly Persona[]; readonly rows: readonly NamedRow[] }
export type World = { readonly vocabulary: Vocabulary; readonly scenes: readonly Scene[] }

export type Change = {
  readonly persona: Persona
  readonly subject: string
  readonly action: string
  readonly row: Sentence
  /** The rule that allowed or allows it; both, where only the reason is another. */
  readonly before?: Decision
  readonly after?: Decision
}

/** Parts of the row that come to be shown, or withheld, where reading it stays allowed. */
export type FieldChange = Change & { readonly fields: readonly string[] }

export type PolicyDiff = {
  readonly rules: { readonly added: RuleId[]; readonly removed: RuleId[]; readonly edited: RuleId[] }
  readonly gains: readonly Change[]
  readonly losses: readonly Change[]
  /** Still allowed, by another rule or for another reason. */
  readonly reasons: readonly Change[]
  readonly fieldGains: readonly FieldChange[]
  readonly fieldLosses: readonly FieldChange[]
}

/** Who would gain and who would lose what if the second rules were in force instead of the first. */
export function diffPolicies(
  before: readonly Rule[],
  after: readonly Rule[],
  { vocabulary, scenes }: World,
): PolicyDiff {
  const touched = touchedActs(before, after)
  const compared = scenes.flatMap(({ now, personas, rows }) => {
    const clock = makeDrivenClock(now)
    const [old, young] = [before, after].map((rules) => createPolicy({ rules, vocabulary, clock })) as [Policy, Policy]
    return rows.flatMap(({ name, subject, row }) => {
      const actions = (own(vocabulary.subjects, subject)?.actions ?? []).filter((act) =>
        touched.has(`${act} ${subject}`),
      )
      if (actions.length === 0) return []
      const whole = completed(row, vocabulary.subjects[subject]!)
      return personas.flatMap((persona) =>
        actions.map((action): Compared => {
          const about = [persona.officer, action, subject, whole, { purpose: somePurpose }] as const
          const [was, is] = [old.allows(...about), young.allows(...about)]
          const fields = action === 'read' && was && is ? shownAndWithheld(old, young, about) : none
          return {
            persona,
            subject,
            action,
            row: name,
            ...(was && { before: was }),
            ...(is && { after: is }),
            ...fields,
          }
        }),
      )
    })
  })
  const changes = compared.filter(({ before, after }) => !isSameAnswer(before, after)).map(withoutFields)
  return {
    rules: changedRules(before, after),
    gains: changes.filter((change) => !change.before),
    losses: changes.filter((change) => !change.after),
    reasons: changes.filter((change) => change.before && change.after),
    fieldGains: compared.flatMap((one) => (one.shown.length ? [{ ...withoutFields(one), fields: one.shown }] : [])),
    fieldLosses: compared.flatMap((one) =>
      one.withheld.length ? [{ ...withoutFields(one), fields: one.withheld }] : [],
    ),
  }
}

type Compared = Change & { readonly shown: readonly string[]; readonly withheld: readonly string[] }

const none = { shown: [], withheld: [] }

const withoutFields = ({ shown: _shown, withheld: _withheld, ...change }: Compared): Change => change

type About = readonly [Officer, string, string, object, { purpose: string }]

/** What the second rules show of a row that the first withheld, and the other way round. */
function shownAndWithheld(old: Policy, young: Policy, [officer, , subject, row, asked]: About) {
  const was = old.withheldFields(officer, subject, row, asked)
  const is = young.withheldFields(officer, subject, row, asked)
  return { shown: was.filter((field) => !is.includes(field)), withheld: is.filter((field) => !was.includes(field)) }
}

const isSameAnswer = (was: Decision | undefined, is: Decision | undefined): boolean =>
  was?.rule === is?.rule && was?.because.zh === is?.because.zh && was?.because.en === is?.because.en

function changedRules(before: readonly Rule[], after: readonly Rule[]): PolicyDiff['rules'] {
  const old = new Map(before.map((rule) => [rule.id, rule]))
  const young = new Map(after.map((rule) => [rule.id, rule]))
  return {
    added: [...young.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !young.has(id)),
    edited: [...young.values()]
      .filter((rule) => old.has(rule.id) && !alike(rule, old.get(rule.id)!))
      .map(({ id }) => id),
  }
}

/** Acts whose rules are not the same in both: nobody's answer can change for the others. */
function touchedActs(before: readonly Rule[], after: readonly Rule[]): ReadonlySet<string> {
  const acts = new Set([...before, ...after].map(({ action, subject }) => `${action} ${subject}`))
  const of = (rules: readonly Rule[], act: string) =>
    rules.filter(({ action, subject }) => `${action} ${subject}` === act)
  return new Set(
    [...acts].filter((act) => {
      const [old, young] = [of(before, act), of(after, act)]
      return old.length !== young.length || old.some((rule, place) => !alike(rule, young[place]!))
    }),
  )
}

/** The same rule, wherever it stands. */
const alike = (one: Rule, other: Rule): boolean => JSON.stringify(said(one)) === JSON.stringify(said(other))
const said = ({ file: _file, line: _line, text: _text, ...rule }: Rule) => rule

import type { Sentence } from '@lianban/kernel'
import { filled, somePurpose } from './asked.ts'
import type { NamedRow, Scene } from './diff.ts'
import type { Officer } from './officer.ts'
import { type Rule, type Value, valuesOf } from './rule.ts'
import type { Vocabulary } from './vocabulary.ts'
import { neighbours, witness } from './witness.ts'

type Cross = {
  readonly rules: readonly Rule[]
  readonly vocabulary: Vocabulary
  /** The kinds of agencies there are, and what each is called. */
  readonly agencyKinds: Readonly<Record<string, Sentence>>
  readonly now: Date
}

/** The kinds of agencies that some rule names; the others are all alike to the rules. */
const kindsNamedIn = (rules: readonly Rule[]): ReadonlySet<string> =>
  new Set(
    rules.flatMap(({ when }) =>
      Object.values(when).flatMap((test) =>
        'who' in test && test.who.agencyKind ? valuesOf(test.who.agencyKind).map(String) : [],
      ),
    ),
  )

/** Whom the officers of a scene stand for: a kind of agency that rules name, or all the others at once. */
function kindsToldApart(rules: readonly Rule[], agencyKinds: Cross['agencyKinds']): [string, Sentence][] {
  const named = kindsNamedIn(rules)
  const told = Object.entries(agencyKinds).filter(([kind]) => named.has(kind))
  const [other] = Object.keys(agencyKinds).filter((kind) => !named.has(kind))
  const rest = told.length ? { zh: '其他单位', en: 'any other agency' } : { zh: '任何单位', en: 'any agency' }
  return other === undefined ? told : [...told, [other, rest]]
}

/**
 * Every role in every kind of agency, before rows that meet a rule exactly and rows one step away from that: made from
 * two sets of rules, it holds a row for whatever condition only one of them has.
 */
export const generatedScenes = ({ rules, vocabulary, agencyKinds, now }: Cross): Scene[] =>
  kindsToldApart(rules, agencyKinds).map(([agencyKind, kind]): Scene => {
    const somebody: Officer = { ...ownIds, agencyKind, region: '110000', roles: [] }
    const fill = (value: Value) => filled(value, { officer: somebody, now, purpose: somePurpose })
    return {
      now,
      personas: vocabulary.roles.map((role) => {
        const post = vocabulary.roleWords?.[role] ?? { zh: role, en: role }
        return {
          name: { zh: `${kind.zh}的${post.zh}`, en: `${post.en} (${kind.en})` },
          officer: { ...somebody, roles: [role] },
        }
      }),
      rows: rules.flatMap(({ id, subject, when }): NamedRow[] => {
        const of = vocabulary.subjects[subject]!
        const { zh, en } = of.words ?? { zh: subject, en: subject }
        return [
          {
            name: { zh: `符合 ${id} 全部条件的${zh}`, en: `${en} that meets all of ${id}` },
            subject,
            row: witness(when, of, fill),
          },
          ...neighbours(when, { of, fill, vocabulary }).map(({ difference, row }) => ({
            name: { zh: `符合 ${id} 但${difference.zh}的${zh}`, en: `${en} that meets ${id}, but ${difference.en}` },
            subject,
            row,
          })),
        ]
      }),
    }
  })

const ownIds = {
  id: '00000000-0000-7000-8000-000000000001' as Officer['id'],
  agencyId: '00000000-0000-7000-8000-000000000002' as Officer['agencyId'],
}

import type { Sentence } from '@lianban/kernel'
import { officerFields } from './asked.ts'
import { type Test, type Value, valuesOf, type When } from './rule.ts'
import { type AttributeDefinition, own, type RelationDefinition, type Said, type Vocabulary } from './vocabulary.ts'

/** What tests may speak of: a row's own attributes, or those of a related row. */
export type Attributes = {
  readonly fields: Readonly<Record<string, AttributeDefinition>>
  readonly relations?: Readonly<Record<string, RelationDefinition>>
}

/** One condition of a rule as a clause: “立案单位是贵单位”. */
export function clauseOf(attribute: string, test: Test, of: Attributes, vocabulary: Vocabulary): Sentence {
  const relation = own(of.relations ?? {}, attribute)
  const field = own(of.fields, attribute)
  const words = called(attribute, relation ?? field)
  if ('some' in test) {
    const inner = clausesOf(test.some, relation ?? { fields: {} }, vocabulary)
    return relation?.isOne
      ? inner
      : { zh: `有这样的${words.zh}：${inner.zh}`, en: `there is ${words.en} with: ${inner.en}` }
  }
  if ('who' in test) return clausesOf(test.who, { fields: officerFields(vocabulary) }, vocabulary)
  const [zh, en] = comparison(test)
  const wanted = wantedWords(test, field, vocabulary)
  return { zh: `${words.zh}${zh}${wanted.zh}`, en: `${words.en} ${en} ${wanted.en}` }
}

function clausesOf(when: When, of: Attributes, vocabulary: Vocabulary): Sentence {
  return joined(
    Object.entries(when).map(([attribute, test]) => clauseOf(attribute, test, of, vocabulary)),
    '，',
    ', ',
  )
}

/** What is missing, in the attribute's own words where it has some. */
export function lackOf(
  attribute: string,
  test: Test,
  held: unknown,
  { of, vocabulary }: { of: Attributes; vocabulary: Vocabulary },
): Sentence {
  const relation = own(of.relations ?? {}, attribute)
  const field = own(of.fields, attribute)
  const clause = clauseOf(attribute, test, of, vocabulary)
  const lacking = (relation ?? field)?.lacking ?? { zh: `需要：${clause.zh}`, en: `needed: ${clause.en}` }
  const wanted = 'some' in test ? clause : wantedWords(test, field, vocabulary)
  const value = heldWords(held, field, vocabulary)
  const fill = (language: 'zh' | 'en') =>
    lacking[language].replaceAll('{value}', value[language]).replaceAll('{wanted}', wanted[language])
  return { zh: fill('zh'), en: fill('en') }
}

export function roleNames(roles: readonly string[], { roleWords = {} }: Vocabulary): Sentence {
  return either(roles.map((role) => own(roleWords, role) ?? same(role)))
}

const called = (attribute: string, said: Said | undefined): Sentence => said?.words ?? same(attribute)

function comparison(test: Test): readonly [zh: string, en: string] {
  if ('not' in test) return ['不是', 'is not']
  if ('after' in test) return ['晚于', 'is later than']
  if ('before' in test) return ['早于', 'is earlier than']
  if ('within' in test) return ['介于', 'lies between']
  if ('has' in test) return ['包含', 'holds']
  return ['是', 'is']
}

function wantedWords(test: Test, field: AttributeDefinition | undefined, vocabulary: Vocabulary): Sentence {
  const wanted = valuesOf(test).map((value) => valueWords(value, field, vocabulary))
  return 'within' in test ? joined(wanted, '和', ' and ') : either(wanted)
}

function valueWords(value: Value, field: AttributeDefinition | undefined, vocabulary: Vocabulary): Sentence {
  const asked = typeof value === 'string' && own(vocabulary.askedWords ?? {}, value)
  if (asked) return asked
  const known = own(field?.valueWords ?? {}, String(value))
  if (known) return { zh: `“${known.zh}”`, en: `“${known.en}”` }
  if (value instanceof Date) return same(vocabulary.timeWords?.(value) ?? value.toISOString())
  return same(String(value))
}

/** Ids say nothing to anybody, so a held one is never told. */
function heldWords(held: unknown, field: AttributeDefinition | undefined, vocabulary: Vocabulary): Sentence {
  if (held === null || held === undefined || field?.type === 'id') return { zh: '未知', en: 'unknown' }
  const values = Array.isArray(held) ? held : [held]
  return joined(
    values.map((value) => valueWords(value as Value, field, vocabulary)),
    '、',
    ', ',
  )
}

const same = (text: string): Sentence => ({ zh: text, en: text })

const joined = (all: readonly Sentence[], zh: string, en: string): Sentence => ({
  zh: all.map((one) => one.zh).join(zh),
  en: all.map((one) => one.en).join(en),
})

/** 甲、乙或丙. */
function either(all: readonly Sentence[]): Sentence {
  const last = all.at(-1)
  if (all.length < 2 || !last) return last ?? same('')
  const others = joined(all.slice(0, -1), '、', ', ')
  return { zh: `${others.zh}或${last.zh}`, en: `${others.en} or ${last.en}` }
}

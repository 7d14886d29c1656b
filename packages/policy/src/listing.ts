import { type PageOptions, type Visible, visibleOf } from '@lianban/casl-drizzle'
import type { SQL } from 'drizzle-orm'
import { abilityOf } from './ability.ts'
import type { Question } from './asked.ts'
import { flawInSql } from './in-sql.ts'
import { type Place, repeatedList } from './repeated-list.ts'
import type { Rule } from './rule.ts'
import { modelOf } from './sql-model.ts'
import type { SubjectDefinition } from './vocabulary.ts'

/** What a list holds, and all that some rule for it withholds: what stands there must not find a row. */
export type VisibleRows = Omit<Visible, 'page'> & {
  readonly withholds: readonly string[]
  page(options: Place & Pick<PageOptions, 'where'>): SQL
}

type Asked = {
  readonly definition: SubjectDefinition
  readonly selected: readonly Rule[]
  readonly action: string
  readonly subject: string
  readonly question: Question
}

/** What one officer may list, at each instant at which it is asked. */
export function listingOf({ definition, selected, action, subject, question }: Asked): (now: Date) => VisibleRows {
  const { list } = definition
  if (!list) throw new Error(`the vocabulary does not list ${subject}`)
  const model = { ...modelOf(definition), ...list }
  const withholds = [...new Set(selected.flatMap((rule) => rule.withholds))]
  const visibleAt = (now: Date) =>
    inSql(selected, definition, () => visibleOf(abilityOf(selected, { ...question, now }), action, subject, model))
  const ofAsker: readonly unknown[] = [...Object.values(question.officer), question.purpose]
  const repeated = repeatedList(visibleAt, (value) => ofAsker.includes(value))
  return (now) => {
    let made: Visible | undefined
    const visible = () => {
      made ??= visibleAt(now)
      return made
    }
    return {
      withholds,
      get condition() {
        return visible().condition
      },
      get isDriven() {
        return visible().isDriven
      },
      page: ({ where, ...place }) => (where ? visible().page({ where, ...place }) : repeated.page(now, place)),
      count: (where) => (where ? visible().count(where) : repeated.count(now)),
    }
  }
}

/** What cannot be put into SQL is a fault that names the rule: loading would have refused it. */
export function inSql<Made>(rules: readonly Rule[], definition: SubjectDefinition, make: () => Made): Made {
  try {
    return make()
  } catch (cause) {
    const flaw = rules.map((rule) => flawInSql(rule, definition)).find(Boolean)
    throw flaw ? new Error(flaw, { cause }) : cause
  }
}

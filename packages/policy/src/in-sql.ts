import { filterOf, visibleOf } from '@lianban/casl-drizzle'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import { PgDialect } from 'drizzle-orm/pg-core'
import { abilityOf } from './ability.ts'
import { somePurpose } from './asked.ts'
import type { Rule } from './rule.ts'
import { modelOf } from './sql-model.ts'
import type { SubjectDefinition } from './vocabulary.ts'

const nobody = '00000000-0000-7000-8000-000000000000'
const standIn = {
  officer: { id: nobody as OfficerId, agencyId: nobody as AgencyId, agencyKind: '-', region: '-', roles: [] },
  now: new Date(0),
  purpose: somePurpose,
}

/** Why the rule cannot filter a list in the database, asked for an officer who stands in for any; nothing when it can. */
export function flawInSql(rule: Rule, definition: SubjectDefinition): string | undefined {
  try {
    const { action, subject } = rule
    const ability = abilityOf([rule], standIn)
    const model = modelOf(definition)
    const { list } = definition
    const dialect = new PgDialect()
    dialect.sqlToQuery(filterOf(ability, action, subject, model))
    if (list) dialect.sqlToQuery(visibleOf(ability, action, subject, { ...model, ...list }).page({ limit: 1 }))
    return undefined
  } catch (error) {
    return `${rule.id} cannot be expressed in SQL: ${(error as Error).message}`
  }
}

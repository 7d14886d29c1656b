import type { AnyAbility } from '@casl/ability'
import { rulesToAST } from '@casl/ability/extra'
import { type SQL, sql } from 'drizzle-orm'
import { sqlOf } from './condition.ts'
import type { Model } from './model.ts'

/** Everything the ability lets one do the action with, as one condition for a `where`. Without a rule it holds for no row. */
export function filterOf(ability: AnyAbility, action: string, subject: string, model: Model): SQL {
  const condition = rulesToAST(ability, action, subject)
  return condition ? sqlOf(condition, model) : sql`false`
}

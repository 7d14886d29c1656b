import type { Reading } from '../clues/index.ts'
import { withheldFrom } from '../grants/index.ts'
import type { CaseRow } from './case.ts'

/** What an officer who may read a case does not see of it: what the grants leave out, and what the rules withhold. */
export function hiddenInCase({ hub, officer, now }: Reading, row: CaseRow): string[] {
  const byRule = hub.policy.withheldFields(officer, 'Case', row)
  return [...new Set([...withheldFrom(officer, row, now), ...byRule])]
}

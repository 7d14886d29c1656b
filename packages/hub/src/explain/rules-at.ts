import type { Rule } from '@lianban/policy'
import type { Hub } from '../hub.ts'
import { rulesInForceAt } from '../rule-versions/index.ts'

/** The rules that were in force at an instant; where none were kept, the present ones, and the answer says so. */
export async function rulesAt(hub: Hub, at: Date): Promise<{ rules: readonly Rule[]; areOfThatDay: boolean }> {
  const kept = await rulesInForceAt(hub, at)
  return { rules: kept ?? hub.policy.rules, areOfThatDay: kept !== undefined }
}

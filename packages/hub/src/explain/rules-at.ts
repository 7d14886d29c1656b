import type { Rule } from '@lianban/policy'
import type { Hub } from '../hub.ts'

/** The rules that were in force at an instant; where none were kept, the present ones, and the answer says so. */
export const rulesAt = async (hub: Hub, _at: Date): Promise<{ rules: readonly Rule[]; areOfThatDay: boolean }> => ({
  rules: hub.policy.rules,
  areOfThatDay: false,
})

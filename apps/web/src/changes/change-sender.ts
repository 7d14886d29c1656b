import { v4 } from 'uuid'
import type { Change } from '../app/api-types.ts'

type Propose = (change: Change, submissionId: string) => Promise<unknown>

/**
 * Sends each changed field as a proposal of its own, under one id however often it is tried: when the line breaks in the
 * middle, what has arrived is not proposed twice.
 */
export function createProposalSender(propose: Propose, makeId: () => string = v4) {
  const submissions = new Map<string, string>()
  const arrived = new Set<string>()
  return async (changes: readonly Change[], reason: string): Promise<void> => {
    for (const change of changes) {
      const key = JSON.stringify([change, reason])
      if (arrived.has(key)) continue
      const submissionId = submissions.get(key) ?? makeId()
      submissions.set(key, submissionId)
      await propose(change, submissionId)
      arrived.add(key)
    }
  }
}

import { kindOfHandoff } from '@lianban/law'
import { stepsOf } from '../cases/index.ts'
import type { Given } from './given.ts'
import type { HandoffRow } from './handoff.ts'
import { refusals } from './refusals.ts'

/**
 * Where the agency put its decision on record, what is sent was approved first. Where it did not, to dispatch is to approve:
 * the rules let nobody dispatch but the head.
 */
export async function assertApproved(
  { tx, hub }: Pick<Given, 'tx' | 'hub'>,
  { kind, caseId }: Pick<HandoffRow, 'kind' | 'caseId'>,
): Promise<void> {
  const { track } = kindOfHandoff(hub.law, kind)
  if (!track || !caseId) return
  const last = (await stepsOf(tx, caseId)).findLast((step) => step.track === track.name)
  if (!last && !track.asksSteps) return
  const { words, states, starts } = hub.law.tracks.tables[track.name]
  const standing = last?.standing ?? starts
  if (standing !== track.standsFor.prepared)
    throw refusals.notApproved(words, states[standing]!, states[track.standsFor.prepared!]!)
}

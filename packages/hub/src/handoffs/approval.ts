import { kindOfHandoff } from '@lianban/law'
import { stepsOf } from '../cases/index.ts'
import type { Given } from './given.ts'
import { refusals } from './refusals.ts'

/**
 * Where the agency put its decision on record, what is sent was approved first. Where it did not, to dispatch is to approve:
 * the rules let nobody dispatch but the head.
 */
export async function assertApproved({ tx, subject, hub }: Pick<Given, 'tx' | 'subject' | 'hub'>): Promise<void> {
  const { track } = kindOfHandoff(hub.law, subject.kind)
  if (!track || !subject.caseId) return
  const last = (await stepsOf(tx, subject.caseId)).findLast((step) => step.track === track.name)
  if (last && last.standing !== track.standsFor.prepared)
    throw refusals.notApproved(hub.law.tracks.tables[track.name].states[last.standing]!)
}

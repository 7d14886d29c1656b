import { barTo, kindOfAssistance, type Lane, type Law, lanesBetween, type Party, papersFor } from '@lianban/law'
import type { AgencyCard } from '../agencies/index.ts'
import { refusals } from './refusals.ts'
import type { Terms } from './terms.ts'

type Asking = {
  readonly asked: Pick<
    Terms,
    'kind' | 'proceeding' | 'urgency' | 'days' | 'urgencyReason' | 'lane' | 'targets' | 'papers'
  >
  readonly from: Party
  readonly to: AgencyCard
}

/** Whether this may be asked of that agency: its power, the papers, the object, the limit and the lane. */
export function assertAskable(law: Law, { asked, from, to }: Asking): void {
  const kind = kindOfAssistance(law, asked.kind)
  const named = { zh: to.nameZh, en: to.nameEn }
  const bar = barTo(law, asked.kind, { from, to, proceeding: asked.proceeding })
  if (bar) throw refusals.barred(named, bar)
  if (!asked.targets.some((target) => kind.targets.includes(target.kind))) throw refusals.targetNeeded()
  const targets = asked.targets.map((target) => target.kind)
  const missing = papersFor(law, asked.kind, { proceeding: asked.proceeding, from, to, targets }).filter(
    (id) => !asked.papers.some(({ paper }) => paper === id),
  )
  if (missing.length > 0) {
    const words = missing.map((id) => law.assistance.papers[id]!)
    throw refusals.papersLacking(named, words, missing)
  }
  if (asked.papers.some(({ paper }) => !Object.hasOwn(law.assistance.papers, paper))) throw refusals.paperUnknown()
  assertInTime(law, { asked, from, to })
}

function assertInTime(law: Law, { asked, from, to }: Asking): void {
  const { urgencies } = law.assistance
  const urgency = Object.hasOwn(urgencies, asked.urgency) ? urgencies[asked.urgency]! : undefined
  if (!urgency || Boolean(urgency.asksDays) !== (asked.days !== undefined)) throw refusals.urgencyUnknown()
  if (urgency.asksReason && !asked.urgencyReason) throw refusals.reasonNeeded()
  const lane = laneFor(law, { asked, from, to })
  const isOffered = lane?.urgencies.includes(asked.urgency) ?? false
  if ((asked.lane && !isOffered) || (urgency.inLanes && !isOffered)) throw refusals.notInLane()
}

/** The lane that was asked for, if both are members of it. */
export const laneFor = (law: Law, { asked, from, to }: Asking): Lane | undefined =>
  lanesBetween(law, from, to).find(({ id }) => id === asked.lane)

import type { AgencyId, OfficerId } from '@lianban/kernel'
import type { AlertRule, Audience } from '../alert-rules/index.ts'
import { actsOfGroup } from '../trail/index.ts'

/** An entry as the watch sees it: who, what kind of act, and whose record; nothing of what the record says. */
export type Watched = {
  readonly at: Date
  readonly act: string
  readonly outcome: 'done' | 'refused'
  readonly officerId: OfficerId
  readonly agencyId: AgencyId
  readonly recordId: string | null
  readonly ownerAgencyId: AgencyId | null
}

export type Finding = {
  readonly rule: string
  readonly toldAs: Audience
  readonly toldAgencyId: AgencyId
  readonly officerId: OfficerId
  readonly agencyId: AgencyId
  readonly times: number
  readonly records: number
  readonly firstAt: Date
  readonly lastAt: Date
}

/** What the rules find in these entries, the oldest first: of each officer the fullest stretch, for each agency that is told. */
export function alertsIn(
  rules: readonly AlertRule[],
  entries: readonly Watched[],
  operatorId: AgencyId | undefined,
): Finding[] {
  return rules.flatMap((rule) => {
    const acts = rule.when.group && new Set(actsOfGroup(rule.when.group))
    const matching = entries.filter((entry) => isMeant(rule, entry) && (!acts || acts.has(entry.act)))
    return rule.tells.flatMap((toldAs) => {
      const told = (entry: Watched) => toldAgency(toldAs, entry, operatorId)
      const groups = Map.groupBy(
        matching.filter((entry) => told(entry)),
        (entry) => `${entry.officerId} ${entry.agencyId} ${told(entry)}`,
      )
      return [...groups.values()].flatMap((group) => {
        const { officerId, agencyId } = group[0]!
        const stretch = fullest(rule, group)
        if (stretch.length === 0) return []
        const [firstAt, lastAt] = [stretch[0]!.at, stretch.at(-1)!.at]
        const facts = { times: stretch.length, records: recordsIn(stretch), firstAt, lastAt }
        return [{ rule: rule.id, toldAs, toldAgencyId: told(group[0]!)!, officerId, agencyId, ...facts }]
      })
    })
  })
}

function isMeant({ when }: AlertRule, { at, outcome, agencyId, ownerAgencyId }: Watched): boolean {
  const isItsHour = !when.hours || isWithin(hourInChina(at), when.hours)
  const isOthers = !when.isOfOthers || (ownerAgencyId !== null && ownerAgencyId !== agencyId)
  return outcome === when.outcome && isItsHour && isOthers
}

/** An owner is told of others only: what its own officers do, it is told as their agency. */
function toldAgency(
  toldAs: Audience,
  { agencyId, ownerAgencyId }: Watched,
  operatorId: AgencyId | undefined,
): AgencyId | undefined {
  if (toldAs === 'operator') return operatorId
  if (toldAs === 'own') return agencyId
  return ownerAgencyId === null || ownerAgencyId === agencyId ? undefined : ownerAgencyId
}

/** The stretch of so many minutes in which most was done. */
function fullest(rule: AlertRule, group: readonly Watched[]): readonly Watched[] {
  const held = new Map<string, number>()
  let [from, most, best] = [0, 0, [0, 0] as [number, number]]
  for (const [until, { at, recordId }] of group.entries()) {
    if (recordId) held.set(recordId, (held.get(recordId) ?? 0) + 1)
    for (; at.getTime() - group[from]!.at.getTime() > rule.withinMinutes * 60_000; from++) {
      const left = group[from]!.recordId
      if (left && held.get(left) === 1) held.delete(left)
      else if (left) held.set(left, held.get(left)! - 1)
    }
    const count = rule.counts === 'acts' ? until + 1 - from : held.size
    if (count > most) [most, best] = [count, [from, until + 1]]
  }
  return most < rule.atLeast ? [] : group.slice(...best)
}

const recordsIn = (stretch: readonly Watched[]): number =>
  new Set(stretch.flatMap(({ recordId }) => recordId ?? [])).size

const hourInChina = (at: Date): number => (at.getUTCHours() + 8) % 24
/** Hours may go past midnight. */
const isWithin = (hour: number, [from, until]: readonly [number, number]): boolean =>
  from <= until ? hour >= from && hour < until : hour >= from || hour < until

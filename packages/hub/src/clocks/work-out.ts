import type { Tx } from '@lianban/db'
import { type AgencyId, type ClockId, newId } from '@lianban/kernel'
import { type Clock, clocksOf, type Law, type LawEvent, momentsOf, ruleDigest } from '@lianban/law'
import type { ClockParty, StoredClock } from './clock.ts'
import { agenciesAbove, clocksOfMatter, eventsOf, openClock, ownerOf, saveClock, type ToldEvent } from './store.ts'

type Changed = { readonly clock: StoredClock; readonly was: Date | null }

const noTarget = new Date('9999-12-31T00:00:00Z')

/**
 * Works the clocks of one matter out anew from everything that happened to it, and stores them as they are. What is
 * closed stays judged by the rule under which it was closed; a rule that changed leaves the old target beside the new.
 * Answers which targets a changed rule moved.
 */
export async function workOut(
  tx: Tx,
  law: Law,
  matterId: string,
  now: Date,
  known?: readonly StoredClock[],
): Promise<Changed[]> {
  const told = await eventsOf(tx, matterId)
  const stood = known ?? (await clocksOfMatter(tx, matterId))
  const before = new Map(stood.map((clock) => [`${clock.rule} ${clock.nth}`, clock]))
  const fresh = clocksOf(law, told.map(asLawEvent))
  const moved: Changed[] = []
  for (const clock of fresh) {
    const name = `${clock.rule.id} ${clock.nth}`
    const stored = before.get(name)
    before.delete(name)
    const digest = ruleDigest(law, clock.rule)
    if (stored?.closedAt && stored.ruleDigest !== digest) continue
    const next = await kept(tx, law, { clock, digest, told, stored, now })
    if (stored && stored.ruleDigest !== digest && stored.dueAt?.getTime() !== next.clock.dueAt?.getTime())
      moved.push({ clock: next.clock, was: stored.dueAt })
    await (stored ? saveClock : openClock)(tx, next.clock, next.parties)
  }
  for (const gone of before.values())
    if (!gone.closedAt && !gone.withdrawnAt) await saveClock(tx, { ...gone, withdrawnAt: now }, undefined)
  return moved
}

type Given = {
  readonly clock: Clock
  readonly digest: string
  readonly told: readonly ToldEvent[]
  readonly stored: StoredClock | undefined
  readonly now: Date
}

async function kept(tx: Tx, law: Law, { clock, digest, told, stored, now }: Given) {
  const { rule } = clock
  const opening = told.find(({ code, at }) => rule.opens.includes(code) && at.getTime() === clock.openedAt.getTime())!
  const { matterKind, matterId, recordKind, recordId } = opening
  const ownerAgencyId = await ownerOf(tx, recordKind, recordId)
  const isSent =
    matterKind !== 'Handoff' || told.some(({ code }) => code === 'transfer.sent' || code === 'handoff.dispatched')
  const { liable, owed } = sidesOf(clock, opening, isSent)
  // What was asked of another agency is told to the two sides and to nobody else who reads the case.
  const isOpenToReaders = isSent && matterKind !== 'Assistance'
  const above = liable ? await agenciesAbove(tx, liable) : []
  const shared = owed ? await agenciesAbove(tx, owed) : []
  const moments = momentsOf(law.deadlines.alarms, clock)
  const isMoved = stored && stored.ruleDigest !== digest && stored.dueAt?.getTime() !== moments?.dueAt.getTime()
  const row: StoredClock = {
    id: stored?.id ?? newId<ClockId>(),
    matterKind,
    matterId,
    recordKind,
    recordId,
    ownerAgencyId,
    rule: rule.id,
    nth: clock.nth,
    isAllowed: clock.isAllowed,
    isOpenToReaders,
    liableAgencyId: liable,
    owedAgencyId: owed,
    superiorAgencyId: above.find((id) => shared.includes(id)) ?? above[0] ?? null,
    openedAt: clock.openedAt,
    startAt: clock.startAt,
    region: clock.region ?? null,
    variant: clock.variant ?? null,
    extensions: clock.extensions,
    pauses: clock.pauses.map(({ from, until }) => ({ from: from.toISOString(), until: until?.toISOString() ?? null })),
    restarts: clock.restarts,
    closedAt: clock.closedAt,
    withdrawnAt: null,
    dueAt: moments?.dueAt ?? null,
    missingYear: clock.missingYear,
    isPaused: clock.pauses.at(-1)?.until === null,
    warnAt: moments?.warnAt ?? null,
    escalateAt: moments?.escalateAt ?? null,
    rankedAt: moments?.dueAt ?? noTarget,
    ruleDigest: digest,
    earlier: [
      ...(stored?.earlier ?? []),
      ...(isMoved ? [{ dueAt: stored.dueAt?.toISOString() ?? null, until: now.toISOString() }] : []),
    ],
  }
  const parties: ClockParty[] = [
    ...(liable ? [{ agencyId: liable, part: 'liable' as const }] : []),
    ...(owed ? [{ agencyId: owed, part: 'owed' as const }] : []),
    ...above.map((agencyId) => ({ agencyId, part: 'superior' as const })),
  ]
  return { clock: row, parties: parties.filter(({ agencyId }) => agencyId !== ownerAgencyId) }
}

/** Who has to act, and whom it is owed to. Before a handoff is sent, whoever will receive it knows nothing of it. */
function sidesOf({ rule }: Clock, opening: ToldEvent, isSent: boolean) {
  const { agencyId, policeId, procuratorateId } = opening
  const byRole: Record<typeof rule.liable, readonly [AgencyId | null, AgencyId | null]> = {
    agency: [agencyId, policeId],
    agency_head: [agencyId, null],
    police: [policeId, agencyId],
    procuratorate: [procuratorateId, agencyId],
    party: [null, agencyId],
  }
  const [liable, other] = byRole[rule.liable]
  const owed = rule.owedTo ? procuratorateId : other
  const isKnown = rule.liable !== 'agency' || (isSent && ['Handoff', 'Assistance'].includes(opening.matterKind))
  return { liable, owed: isKnown ? owed : null }
}

const asLawEvent = ({ id, matterId, code, at, setFor, region, variant, amount }: ToldEvent): LawEvent => ({
  id,
  about: matterId,
  code,
  at,
  ...(setFor && { on: setFor }),
  ...(region && { region }),
  ...(variant && { variant }),
  ...(amount && { amount }),
})

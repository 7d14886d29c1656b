import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { newId } from '@lianban/kernel'
import { ruleDigest } from '@lianban/law'
import { underDuty } from '../duty.ts'
import type { Hub } from '../hub.ts'
import { lock } from '../lock.ts'
import { type Happening, recordOf } from './matter.ts'
import { clocksOfMatter, insertEvent } from './store.ts'
import { workOut } from './work-out.ts'

type Given = { readonly tx: Tx; readonly now: Date; readonly hub: Hub; readonly officer: SignedIn['officer'] }

/**
 * Tells the clocks what a command did, in its transaction: they open, pause, restart, are extended and close as the law
 * says. It refuses nothing for want of a calendar; a year that nobody published leaves a clock without a target.
 */
export async function happened({ tx, now, hub: { law }, officer }: Given, what: Happening): Promise<void> {
  const { code, at, matter, parties } = what
  if (!Object.hasOwn(law.deadlines.events, code)) throw new TypeError(`no deadline speaks of the event ${code}`)
  const record = recordOf(matter)
  await lock(tx, 'Matter', matter.id)
  await underDuty(tx, 'clocks', async () => {
    const before = await clocksOfMatter(tx, matter.id)
    const current = new Map(law.deadlines.rules.map((rule) => [rule.id, rule]))
    const isStale = before.some(({ rule, ruleDigest: by, closedAt }) => {
      const known = current.get(rule)
      return !closedAt && !(known && ruleDigest(law, known) === by)
    })
    // What a changed rule moved is told apart from what this event moves.
    if (isStale) await workOut(tx, law, matter.id, now)
    await insertEvent(tx, {
      id: newId(),
      matterKind: matter.kind,
      matterId: matter.id,
      recordKind: record.kind,
      recordId: record.id,
      code,
      at,
      setFor: what.setFor ?? null,
      region: what.region ?? null,
      variant: what.variant ?? null,
      amount: what.amount ?? null,
      agencyId: parties.agency ?? null,
      policeId: parties.police ?? null,
      procuratorateId: parties.procuratorate ?? null,
      toldBy: officer.id,
      toldAt: now,
    })
    await workOut(tx, law, matter.id, now, isStale ? undefined : before)
  })
}

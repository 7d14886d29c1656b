import { type HandoffId, newId } from '@lianban/kernel'
import { kindOfHandoff } from '@lianban/law'
import { tellClocks } from './clocks-told.ts'
import type { Given } from './given.ts'
import type { HandoffRow, PackageItem, Receipt } from './handoff.ts'
import { insertHandoff, insertReceipt } from './store.ts'

/** The same package, under the same number and digest, dispatched to the right addressee in the sender's name. */
export async function forward(
  given: Given,
  { handoff, receipt, items }: { handoff: HandoffRow; receipt: Receipt; items: readonly PackageItem[] },
): Promise<void> {
  const { caseGrants: _grants, circle: _circle, ...row } = handoff
  const id = newId<HandoffId>()
  const toAgencyId = receipt.namedAgencyId!
  const start = { state: 'dispatched', standing: 'dispatched', version: 1 } as const
  const copy = { ...row, ...start, id, toAgencyId, overseerAgencyId: null, forwardsId: row.id }
  const { tx, hub } = given
  await insertHandoff(tx, copy, items)
  const { standing, version } = start
  await insertReceipt(tx, { ...receipt, id: newId(), handoffId: id, standing, version })
  const sent = kindOfHandoff(hub.law, row.kind).table.moves.find(({ deed }) => deed === 'dispatch')!
  await tellClocks(given, { ...handoff, ...copy }, sent.events)
}

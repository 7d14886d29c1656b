import { stale } from '@lianban/kernel'
import { type AssistanceMove, assistanceMoves, assistanceStateOf } from '@lianban/law'
import type { AssistanceDeed, AssistanceRow, Receipt } from './assistance.ts'
import { crossCheck } from './cross-check.ts'
import { demanded } from './demanded.ts'
import { foreseenEnd } from './foreseen-end.ts'
import type { Given } from './given.ts'
import { asReceipt } from './receipt.ts'
import { refusals } from './refusals.ts'
import { receiptsOf, saveMove } from './store.ts'
import { tellClock } from './tell-clock.ts'

/** Takes one step, if the table has it from here and everything that it asks for is there. */
export async function stepTaken(given: Given, deed: AssistanceDeed) {
  const { input, subject, officer, tx, now, hub } = given
  if (subject.version !== input.expectedVersion)
    throw stale({ expected: input.expectedVersion, found: subject.version })
  const receipts = await receiptsOf(tx, [subject.id])
  const taken = receipts.map(({ move }) => move)
  const open = assistanceMoves(hub.law, { standing: subject.standing, taken })
  const move = open.find((each) => each.id === input.move && each.deed === deed)
  if (!move) throw refusals.moveNotOpen(subject.standing, input.move)
  const said = await demanded(given, move, receipts)
  const next: AssistanceRow = {
    ...moved(given, move),
    ...(said.overseer && { overseerAgencyId: said.overseer }),
    ...(waitsWithoutClock.includes(move.to) && { rankedAt: await foreseenEnd(given, subject) }),
  }
  const before = receipts.at(-1)!.digest
  const { overseer: namedAgencyId = null, ...more } = said
  const receipt: Receipt = asReceipt(next, { move: move.id, officer, now, before, ...more, namedAgencyId })
  await saveMove(tx, next, receipt)
  if (move.clock) await tellClock(given, next, { tick: move.clock, receipts })
  if (move.by === 'receiver') await crossCheck(tx, hub.blindKey, next)
  const { state, standing, version, overseerAgencyId } = next
  // Whoever is brought in by the step is told of it.
  return { state, standing, version, overseerAgencyId, move: move.id, digest: receipt.digest }
}

/** Where the receiver has yet to find the request complete: it counts by the end that its clock would have from now. */
const waitsWithoutClock = ['sent', 'ordered']

/** The request after the step, its clock aside. */
function moved({ subject, input, officer, now, hub }: Given, move: AssistanceMove): AssistanceRow {
  const isFirst = move.by === 'receiver' && subject.firstAnsweredAt === null
  const claims = move.to === 'claimed' && move.by === 'receiver'
  return {
    ...subject,
    state: assistanceStateOf(hub.law, move.to),
    standing: move.to,
    version: subject.version + 1,
    ...(isFirst && { firstAnsweredAt: now }),
    ...(move.deed === 'send' && { sentAt: now }),
    ...(claims && { claimedBy: officer.id }),
    ...(move.asks.includes('officer') && { assignedTo: input.officerId ?? null }),
    ...(move.asks.includes('unit') && { unit: input.unit }),
    ...(move.to === 'replied' && { repliedAt: now }),
  }
}

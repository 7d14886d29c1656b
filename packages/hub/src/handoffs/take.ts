import { newId, stale } from '@lianban/kernel'
import { type HandoffMove, handoffMove, handoffMoves, kindOfHandoff } from '@lianban/law'
import { markHandedOn } from '../clues/index.ts'
import { agencyNamed } from './agency-named.ts'
import { assertApproved } from './approval.ts'
import { hadSince, tellClocks, tellRecord } from './clocks-told.ts'
import { custodyChange, moveRecord } from './custody.ts'
import { endEarlier } from './end-earlier.ts'
import { forward } from './forward.ts'
import type { Given } from './given.ts'
import type { HandoffRow, Move } from './handoff.ts'
import { assertIntact } from './package.ts'
import { missingIn } from './papers.ts'
import { assertReasons } from './reasons.ts'
import { refusals } from './refusals.ts'
import { itemsOf, receiptsOf, returnsOf, saveMove } from './store.ts'

/** Takes one step, if the table of the kind has it, the package is what was frozen, and everything the step asks for is there. */
export async function stepTaken(given: Given, deed: Move) {
  const { input, subject, officer, tx, now, hub } = given
  if (subject.version !== input.expectedVersion)
    throw stale({ expected: input.expectedVersion, found: subject.version })
  const move = await openMove(given, deed)
  if (input.packageDigest !== subject.packageDigest) throw refusals.otherPackage()
  const items = await itemsOf(tx, subject.id)
  assertIntact(items, subject.packageDigest)
  assertReasons(hub.law, subject.kind, move, input.reasons)
  if (move.asks.includes('note') && !input.note.trim()) throw refusals.noteLacking(move.words)
  const namedAgencyId = await agencyNamed(given, move)
  const missing = move.id === 'dispatch' ? missingIn(hub.law, subject, items) : []
  if (missing.length > 0) throw refusals.papersLacking(missing)
  if (move.id === 'dispatch') await assertApproved(given, subject)

  const kind = kindOfHandoff(hub.law, subject.kind)
  const { as: state } = kind.table.states[move.to]!
  const oversees = move.asks.includes('agency') && move.rung !== 'forwarded'
  const next: HandoffRow = {
    ...subject,
    state,
    standing: move.to,
    version: subject.version + 1,
    overseerAgencyId: oversees ? namedAgencyId : subject.overseerAgencyId,
  }
  const receipt = {
    id: newId(),
    handoffId: subject.id,
    rung: move.rung,
    move: move.id,
    standing: next.standing,
    version: next.version,
    officerId: officer.id,
    agencyId: officer.agencyId,
    packageDigest: input.packageDigest,
    note: input.note,
    reasons: move.asks.includes('reasons') ? input.reasons : [],
    papers: input.papers.filter(({ paper }) => move.papers.includes(paper)),
    namedAgencyId,
    givenAt: now,
  }
  await moveRecord(given, { from: subject, to: next }, () => saveMove(tx, next, receipt))
  const since = kind.since[move.id]
  if (since) await tellClocks(given, next, since, hadSince(await receiptsOf(tx, [subject.id], subject.version)))
  await tellClocks(given, next, move.events)
  const change = custodyChange(subject, next)
  await tellRecord(given, next, [...(kind.record.moves[move.id] ?? []), ...(change ? kind.record[change] : [])])
  if (change === 'taken') {
    await endEarlier(given, next)
    if (next.clueId) await markHandedOn(tx, next.clueId)
  }
  if (move.rung === 'forwarded') await forward(given, { handoff: next, receipt, items })
  return { state: next.state, standing: next.standing, version: next.version, move: move.id }
}

/** The move that the step means: the one the officer names, or else the only one that the state has. */
async function openMove({ input, subject, tx, hub }: Given, deed: Move): Promise<HandoffMove> {
  const at = { ...subject, returns: await returnsOf(tx, subject) }
  const moves = handoffMoves(hub.law, at).filter((move) => move.deed === deed)
  const wanted = input.move === undefined && moves.length === 1 ? moves[0]! : moves.find(({ id }) => id === input.move)
  if (!wanted) throw refusals.moveNotOpen(subject.state, input.move ?? deed)
  return handoffMove(
    hub.law,
    at,
    wanted.id,
    input.papers.map(({ paper }) => paper),
  )
}

import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { type AgencyId, type CaseId, type ClueId, type HandoffId, newId } from '@lianban/kernel'
import { basisOfHandoff, type KindOfHandoff, kindOfHandoff } from '@lianban/law'
import { findAgency } from '../agencies/index.ts'
import type { Hub } from '../hub.ts'
import { assertApproved } from './approval.ts'
import { recordIdOf } from './handoff.ts'
import { movingKinds } from './moving-kinds.ts'
import { deciderWords } from './overseers.ts'
import { frozen, type Piece, packageDigestOf } from './package.ts'
import { withPapers } from './papers.ts'
import { refusals } from './refusals.ts'
import { assertFree, insertHandoff, returnsOf, wasDecidedAgainst } from './store.ts'
import type { Terms } from './terms.ts'

type Given = { hub: Hub; tx: Tx; officer: SignedIn['officer']; now: Date }
type About = { readonly caseId: CaseId | null; readonly clueId: ClueId | null }

type Preparing = {
  readonly input: Terms
  readonly about: About
  readonly ownerAgencyId: AgencyId
  readonly by: KindOfHandoff['prepared']
}

/** Freezes the record as it stands into a package, if the kind goes from here to there and nothing bars it. */
export async function prepared(
  given: Given,
  { input, about, ownerAgencyId, by }: Preparing,
  piecesOf: (kind: KindOfHandoff) => Promise<Piece[]>,
) {
  const { hub, tx, officer, now } = given
  const { kind: id, note, papers, circumstances, ...terms } = input
  const kind = kindOfHandoff(hub.law, id)
  if (kind.prepared !== by) throw refusals.otherRecord(kind.words)
  if (!kind.from.some((each) => each === officer.agencyKind)) throw refusals.wrongSender(kind.words)
  const to = await findAgency(tx, { id: input.toAgencyId })
  if (!kind.to.some((each) => each === to.kind) || to.id === officer.agencyId)
    throw refusals.wrongReceiver(kind.words, basisOfHandoff(hub.law, id))
  const letter = { ...terms, fromAgencyId: officer.agencyId }
  const matter = { ...letter, ...about, kind: id }
  if (kind.track?.asksSteps) await assertApproved({ tx, hub }, matter)
  if (kind.moves !== 'nothing') await assertFree(tx, about, movingKinds(hub.law))
  if (await wasDecidedAgainst(tx, matter)) throw refusals.decidedAlready()
  if ((await returnsOf(tx, matter)) >= mostReturns(kind)) throw refusals.bounced(deciderWords[kind.decidedBy])
  const piece: Piece = {
    kind: 'transfer_letter',
    recordId: recordIdOf(about),
    title: `${kind.letter.zh} ${input.number}`,
    material: 'transfer_letter',
    value: { ...letter, note, at: now },
  }
  const items = frozen(withPapers([piece, ...(await piecesOf(kind))], papers))
  const handoffId = newId<HandoffId>()
  const packageDigest = packageDigestOf(items)
  const start = { state: 'prepared', standing: kind.table.starts } as const
  const fresh = { id: handoffId, ...start, packageDigest, preparedBy: officer.id, preparedAt: now, version: 1 }
  const circleId = ownerAgencyId === officer.agencyId ? recordIdOf(about) : officer.agencyId
  await insertHandoff(
    tx,
    { ...matter, ...fresh, circleId, circumstances, overseerAgencyId: null, forwardsId: null },
    items,
  )
  return { handoffId, packageDigest, items: items.length }
}

/** After so many returns the matter is referred, and not sent again. */
const mostReturns = ({ table }: KindOfHandoff): number =>
  Math.min(...table.moves.map(({ afterReturns }) => afterReturns || Number.POSITIVE_INFINITY))

import { canonicalJson, HandoffId, unseen } from '@lianban/kernel'
import { sha256Hex } from '@lianban/kernel/digest'
import { kindOfHandoff } from '@lianban/law'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { findClue } from '../clues/index.ts'
import { find } from '../query.ts'
import { changedFields } from './changed-fields.ts'
import type { Given } from './given.ts'
import type { HandoffRow } from './handoff.ts'
import type { Piece } from './package.ts'
import { clueAsPiece, piecesOfCase } from './pieces.ts'
import { findHandoff, itemsOf } from './store.ts'

/** What of the originals is no longer as it was handed over, for whoever reads both the package and the originals. */
export const handoffChanges = find({
  name: 'handoff.changes',
  on: 'Handoff',
  action: 'open',
  input: z.strictObject({ handoffId: HandoffId }),
  about: ({ handoffId }) => handoffId,
  isLogged: true,
  subject: ({ tx, input }) => findHandoff(tx, input.handoffId),
  async run({ subject, officer, tx, now, hub }) {
    const present = await presentOf({ hub, tx, officer, now }, subject)
    const kept = (await itemsOf(tx, subject.id)).filter(({ kind }) => kind !== 'transfer_letter' && kind !== 'paper')
    const keyOf = ({ kind, recordId }: Pick<Piece, 'kind' | 'recordId'>) => `${kind} ${recordId}`
    const today = new Map(present.map((piece) => [keyOf(piece), piece]))
    const known = new Set(kept.map(keyOf))
    const items = kept.map((item) => {
      const { position, kind, title, digest } = item
      const piece = today.get(keyOf(item))
      const told = { position, kind, title }
      if (!piece) return { ...told, state: 'gone' as const, fields: [] }
      const content = canonicalJson(piece.value)
      if (sha256Hex(content) === digest) return { ...told, state: 'same' as const, fields: [] }
      return { ...told, state: 'changed' as const, fields: changedFields(item.content, content) }
    })
    const added = present
      .filter((piece) => !known.has(keyOf(piece)))
      .map(({ kind, title }) => ({ position: null, kind, title, state: 'new' as const, fields: [] }))
    return { packageDigest: subject.packageDigest, items: [...items, ...added] }
  },
})

/** The record as it stands now, as the same officer would freeze it for the same receiver. */
async function presentOf(given: Omit<Given, 'input' | 'subject'>, handoff: HandoffRow): Promise<Piece[]> {
  const { tx, hub, officer } = given
  if (handoff.clueId) {
    const clue = await findClue(tx, handoff.clueId)
    if (!hub.policy.allows(officer, 'read', 'Clue', clue)) throw unseen()
    return [clueAsPiece(given, clue)]
  }
  const ofCase = await findCase(tx, handoff.caseId!)
  if (!hub.policy.allows(officer, 'read', 'Case', ofCase)) throw unseen()
  return piecesOfCase(given, ofCase, kindOfHandoff(hub.law, handoff.kind).holds, handoff.toAgencyId)
}

import { damageAfter, saveInTransaction } from '@lianban/collab'
import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { underDuty } from '../duty.ts'
import type { Hub } from '../hub.ts'
import { tell } from '../news.ts'
import { sectionDamaged, wordsChanged } from './refusals.ts'
import type { suggestions } from './table.ts'

type Given = {
  readonly tx: Tx
  readonly hub: Hub
  readonly now: Date
  readonly officer: SignedIn['officer']
  readonly sessionId: SignedIn['sessionId']
}

/**
 * Makes what was suggested an edit of the officer who accepts it, in the transaction that says so: there is never one
 * without the other. The rooms show it once it is committed, as they show everything.
 */
export async function applySuggestion(
  { tx, hub, now, officer, sessionId }: Given,
  { sectionId, anchor, seen, proposed }: typeof suggestions.$inferSelect,
): Promise<void> {
  const { reached, brokenAt, edit } = await hub.chronicles.ask(tx, sectionId, {
    kind: 'replaced',
    anchor,
    seen,
    proposed,
  })
  const damagedAt = brokenAt ?? (await damageAfter(tx.$client, sectionId, reached))
  if (damagedAt !== undefined) throw sectionDamaged(damagedAt)
  if (!edit) throw wordsChanged()
  const row = {
    roomId: sectionId,
    update: edit.update,
    officerId: officer.id,
    agencyId: officer.agencyId,
    sessionId,
    at: now,
    newAuthors: [edit.clientId],
  }
  await underDuty(tx, 'rooms', () => saveInTransaction(tx.$client, row))
  await tell(tx, { what: 'written', sectionId })
}

import type { SignedIn } from '@lianban/identity'
import type { SectionId } from '@lianban/kernel'
import { sectionRights } from '../dossiers/index.ts'
import type { Hub } from '../hub.ts'
import type { Ref } from '../news.ts'
import { mayRead } from './may-read.ts'

/** What an officer has open in all pages and rooms together. */
export type HeldOpen = { readonly sectionIds: readonly SectionId[]; readonly refs: readonly Ref[] }

export type StillOpen = {
  readonly rights: ReadonlyMap<SectionId, 'write' | 'read'>
  readonly readable: readonly Ref[]
}

/** What of it the officer may keep open at this moment, under the officer's own eyes and in one transaction. */
export function stillOpen(hub: Hub, officer: SignedIn['officer'], held: HeldOpen): Promise<StillOpen> {
  const context = { agencyId: officer.agencyId, officerId: officer.id }
  return hub.db.transaction(context, hub.clock.now(), async (tx) => ({
    rights: await sectionRights(tx, hub, officer, held.sectionIds),
    readable: await mayRead(tx, hub, officer, held.refs),
  }))
}

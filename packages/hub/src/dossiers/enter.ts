import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { SectionId } from '@lianban/kernel'
import { z } from 'zod'
import type { Call, Hub } from '../hub.ts'
import { logAct } from '../log-act.ts'
import { find } from '../query.ts'
import { orAbsent } from '../refused.ts'
import { findSection } from './store.ts'

/** An officer enters a section's room, to write where a rule allows it and otherwise to read; the entry is in the log. */
export const enterSection = find({
  name: 'section.enter',
  on: 'Section',
  input: z.strictObject({ sectionId: SectionId }),
  about: ({ sectionId }) => sectionId,
  isLogged: true,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  run: async ({ subject, officer, hub }) => ({
    caseId: subject.caseId,
    right: hub.policy.allows(officer, 'write', 'Section', subject) ? ('write' as const) : ('read' as const),
  }),
})

/** The rights an officer has at this moment in these sections; asked again of every open connection when rights change. */
export async function sectionRights(
  tx: Tx,
  { policy }: Hub,
  officer: SignedIn['officer'],
  sectionIds: readonly SectionId[],
): Promise<ReadonlyMap<SectionId, 'write' | 'read'>> {
  const rights = new Map<SectionId, 'write' | 'read'>()
  for (const id of sectionIds) {
    const section = await findSection(tx, id).catch(orAbsent)
    if (!section) continue
    if (policy.allows(officer, 'write', 'Section', section)) rights.set(id, 'write')
    else if (policy.allows(officer, 'read', 'Section', section)) rights.set(id, 'read')
  }
  return rights
}

/** Somebody leaves a room: how much was written goes on record, the words do not. */
export async function recordLeaving(
  call: Call,
  left: { sectionId: SectionId; updates: number; bytes: number },
): Promise<void> {
  if (left.updates === 0) return
  const { hub, actor } = call
  const now = hub.clock.now()
  await hub.db.transaction({ agencyId: actor.officer.agencyId, officerId: actor.officer.id }, now, async (tx) => {
    const caseId = await findSection(tx, left.sectionId).then(
      (section) => section.caseId,
      () => undefined,
    )
    await logAct(tx, call, now, {
      act: 'section.wrote',
      outcome: 'done',
      subject: { kind: 'Section', id: left.sectionId },
      facts: { updates: left.updates, bytes: left.bytes },
      ...(caseId && { caseId }),
    })
  })
}

/** Somebody tried to write where no rule allows it, or as somebody else; nothing of it was kept. */
export async function recordRefusedWrite(call: Call, sectionId: SectionId, code: string): Promise<void> {
  const { hub, actor } = call
  const now = hub.clock.now()
  await hub.db.transaction({ agencyId: actor.officer.agencyId, officerId: actor.officer.id }, now, (tx) =>
    logAct(tx, call, now, {
      act: 'section.write',
      outcome: 'refused',
      code,
      subject: { kind: 'Section', id: sectionId },
    }),
  )
}

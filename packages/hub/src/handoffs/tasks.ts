import type { Sentence } from '@lianban/kernel'
import { eq, or } from 'drizzle-orm'
import type { TaskSource } from '../desk-task.ts'
import type { HandoffState } from './handoff.ts'
import { handoffSummaries } from './list.ts'
import { handoffsWhere } from './store.ts'
import { handoffs } from './table.ts'

type Next = { readonly move: 'dispatch' | 'sign' | 'accept'; readonly title: (name: string) => Sentence }

/** Who has to take the next step of a package, by where it stands. */
const next: Partial<Record<HandoffState, Next>> = {
  prepared: { move: 'dispatch', title: (name) => ({ zh: `发出移送：${name}`, en: `Dispatch the handoff: ${name}` }) },
  dispatched: { move: 'sign', title: (name) => ({ zh: `签收移送：${name}`, en: `Sign for the handoff: ${name}` }) },
  signed_for: {
    move: 'accept',
    title: (name) => ({ zh: `受理或退回移送：${name}`, en: `Accept or return the handoff: ${name}` }),
  },
}

/** Packages to let go, to sign for, and to accept or return. */
export const handoffTasks: TaskSource = async ({ officer, tx, hub: { policy } }) => {
  const ours = or(eq(handoffs.toAgencyId, officer.agencyId), eq(handoffs.fromAgencyId, officer.agencyId))
  const rows = await handoffsWhere(tx, policy.visible(officer, 'read', 'Handoff'), ours)
  const waiting = rows.filter((row) => {
    const step = next[row.state]
    return step && policy.allows(officer, step.move, 'Handoff', row)
  })
  return (await handoffSummaries(tx, waiting)).map((handoff) => ({
    kind: `handoff.${next[handoff.state]!.move}`,
    id: handoff.id,
    title: next[handoff.state]!.title(handoff.caseName ?? handoff.number),
    note: {
      zh: `${handoff.number} · ${handoff.from.shortZh} → ${handoff.to.shortZh}`,
      en: `${handoff.number} · ${handoff.from.shortEn} → ${handoff.to.shortEn}`,
    },
    at: handoff.dispatchedAt ?? handoff.preparedAt,
    dueAt: null,
    href: `/handoffs/${handoff.id}`,
  }))
}

import { and, inArray, isNull, ne, or } from 'drizzle-orm'
import { nearestClocks } from '../clock-board/index.ts'
import type { TaskSource } from '../desk-task.ts'
import { handoffsWhere } from './store.ts'
import { handoffs } from './table.ts'

/** What whoever stands on neither side, a procuratorate that was invited to the case, keeps an eye on while it is decided. */
export const watchTasks: TaskSource = async ({ officer, tx, now, hub }) => {
  const mine = officer.agencyId
  const watched = Object.values(hub.law.handoffs).flatMap(({ track }) => track?.watched ?? [])
  const rows = await handoffsWhere(
    tx,
    hub.policy.visible(officer, 'read', 'Handoff'),
    and(
      inArray(handoffs.standing, watched),
      ne(handoffs.fromAgencyId, mine),
      ne(handoffs.toAgencyId, mine),
      or(isNull(handoffs.overseerAgencyId), ne(handoffs.overseerAgencyId, mine)),
    ),
  )
  const clocks = await nearestClocks(
    tx,
    rows.map(({ id }) => id),
    { officer, hub, now },
  )
  return rows.map(({ id, number, kind, standing, preparedAt }) => {
    const { words } = hub.law.handoffs[kind]!.table.states[standing]!
    const clock = clocks.get(id)
    return {
      kind: 'handoff.watch',
      id,
      title: { zh: `关注${words.zh}：${number}`, en: `Keep an eye on ${number}: ${words.en}` },
      ...(clock && { note: clock.title }),
      at: clock?.openedAt ?? preparedAt,
      dueAt: clock?.dueAt ?? null,
      href: `/handoffs/${id}`,
    }
  })
}

import type { Tx } from '@lianban/db'
import type { Officer } from '@lianban/policy'
import { and, inArray } from 'drizzle-orm'
import { assistances } from '../assistances/index.ts'
import { cases } from '../cases/index.ts'
import { clues } from '../clues/index.ts'
import { handoffs } from '../handoffs/index.ts'
import type { Hub } from '../hub.ts'
import { taskForces } from '../seats/index.ts'
import type { Notice } from './table.ts'

/** What a notice is about, to whoever may know it now, and where it is read. */
export type Matter = { readonly number: string; readonly title: string; readonly href: string }

type Given = { readonly tx: Tx; readonly hub: Hub; readonly officer: Officer }
type Finder = (given: Given, ids: string[]) => Promise<(Omit<Matter, 'href'> & { readonly id: string })[]>

const finders: Readonly<Record<string, { readonly at: string; readonly find: Finder }>> = {
  Case: {
    at: '/cases',
    find: ({ tx, hub, officer }, ids) =>
      tx
        .select({ id: cases.id, number: cases.number, title: cases.name })
        .from(cases)
        .where(and(hub.policy.filter(officer, 'read', 'Case'), inArray(cases.id, ids as never))),
  },
  Clue: {
    at: '/clues',
    find: ({ tx, hub, officer }, ids) =>
      tx
        .select({ id: clues.id, number: clues.number, title: clues.title })
        .from(clues)
        .where(and(hub.policy.filter(officer, 'read', 'Clue'), inArray(clues.id, ids as never))),
  },
  Handoff: {
    at: '/handoffs',
    find: async ({ tx, hub, officer }, ids) => {
      const found = await tx
        .select({ id: handoffs.id, number: handoffs.number })
        .from(handoffs)
        .where(and(hub.policy.filter(officer, 'read', 'Handoff'), inArray(handoffs.id, ids as never)))
      return found.map((one) => ({ ...one, title: '' }))
    },
  },
  Assistance: {
    at: '/assistance',
    find: async ({ tx, hub, officer }, ids) => {
      const found = await tx
        .select({ id: assistances.id, number: assistances.number })
        .from(assistances)
        .where(and(hub.policy.filter(officer, 'read', 'Assistance'), inArray(assistances.id, ids as never)))
      return found.map((one) => ({ ...one, title: '' }))
    },
  },
  TaskForce: {
    at: '/task-forces',
    find: ({ tx, hub, officer }, ids) =>
      tx
        .select({ id: taskForces.id, number: taskForces.name, title: taskForces.name })
        .from(taskForces)
        .where(and(hub.policy.filter(officer, 'read', 'TaskForce'), inArray(taskForces.id, ids as never))),
  },
}

/** By the id of the matter; what is not there may not be known any more. */
export async function mattersOf(given: Given, rows: readonly Notice[]): Promise<ReadonlyMap<string, Matter>> {
  const told = new Map<string, Matter>()
  for (const [kind, { at, find }] of Object.entries(finders)) {
    const ids = rows.filter(({ matterKind }) => matterKind === kind).map(({ matterId }) => matterId)
    if (!ids.length) continue
    for (const { id, number, title } of await find(given, [...new Set(ids)]))
      told.set(id, { number, title, href: `${at}/${id}` })
  }
  for (const { matterKind, matterId } of rows)
    if (matterKind === 'Agency') told.set(matterId, { number: '', title: '', href: '/notices?box=webhooks' })
  return told
}

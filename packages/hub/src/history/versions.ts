import type { Tx } from '@lianban/db'
import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import { recordVersions, type VersionKind } from './table.ts'

/** A row as it stood at an instant. */
export type Version = {
  readonly id: string
  readonly partId: string | null
  readonly state: Readonly<Record<string, unknown>>
  /** False where it was put together afterwards from a later row. */
  readonly isCertain: boolean
}

type Which = { readonly kind: VersionKind } & ({ readonly id: string } | { readonly of: readonly string[] })

/** The rows of a kind that stood at an instant: one record with its parts, or what belongs to some records. */
export async function versionsAt(tx: Tx, at: Date, which: Which): Promise<Version[]> {
  const { recordId, partId, ofId, kind } = recordVersions
  const rows = await tx
    .selectDistinctOn([recordId, partId])
    .from(recordVersions)
    .where(
      and(
        eq(kind, which.kind),
        lte(recordVersions.at, at),
        'id' in which ? eq(recordId, which.id) : inArray(ofId, [...which.of]),
      ),
    )
    .orderBy(recordId, partId, desc(recordVersions.at), desc(recordVersions.seq))
  return rows.flatMap((row) =>
    row.state ? [{ id: row.recordId, partId: row.partId, state: decoded(row.state), isCertain: row.isCertain }] : [],
  )
}

/** Columns as attributes, and their instants as dates. */
const decoded = (state: Readonly<Record<string, unknown>>): Version['state'] =>
  Object.fromEntries(
    Object.entries(state).map(([column, value]) => [
      column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      typeof value === 'string' && instants.test(column) ? new Date(value) : value,
    ]),
  )

const instants = /(_at|^until|_until|_from)$/

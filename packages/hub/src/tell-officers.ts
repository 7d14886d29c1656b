import type { Tx } from '@lianban/db'
import type { AgencyId } from '@lianban/kernel'
import { afterDuty, leavesAt, noticesOf } from '@lianban/law'
import { sql } from 'drizzle-orm'
import type { Hub } from './hub.ts'
import { type Ref, tell } from './news.ts'
import { caseIdOf, type Subject } from './subject.ts'

type Happened = {
  readonly act: string
  /** Which step it was, where the act has several. */
  readonly step?: string | undefined
  /** What the table of notices looks at. */
  readonly row: Readonly<Record<string, unknown>>
  readonly matter: Ref
  /** The case or clue that the matter belongs to. */
  readonly recordId: string
  readonly by: AgencyId | null
}

type Posted = Pick<Happened, 'act' | 'step' | 'matter' | 'recordId'> & {
  readonly agencyId: string
  readonly roles: readonly string[]
  readonly kind: string
}

/** One notice to one agency: to those of its posts who may know of the record, and to its endpoints. */
export async function postNotice(tx: Tx, { law }: Pick<Hub, 'law'>, now: Date, posted: Posted) {
  const { agencyId, roles, kind, act, step = null, matter, recordId } = posted
  const { isUrgent, isFixed } = law.notices.kinds[kind]!
  const { rows } = await tx.execute<{ number: string; agency: string }>(sql`select post_notice(${agencyId}::uuid,
    ${sql.param([...roles])}::text[], ${kind}, ${act}, ${step}, ${matter.kind}, ${matter.id}::uuid, ${recordId}::uuid,
    ${isUrgent}, ${isFixed}, ${now.toISOString()}::timestamptz) as number,
    (select slug from agencies where id = ${agencyId}::uuid) as agency`)
  const [number, agency] = [Number(rows[0]!.number), rows[0]!.agency]
  await tx.execute(sql`select post_deliveries(${agencyId}::uuid, ${number}, ${kind}, ${recordId}::uuid,
    ${now.toISOString()}::timestamptz, ${leavesAt(law, { kind, agency }, now).toISOString()}::timestamptz)`)
  await tell(tx, { what: 'notice', agencyId: agencyId as AgencyId, number })
  return { number, agency }
}

/**
 * Tells those whom the table of notices names. It comes last in a transaction: from here to the commit the numbers of the
 * agencies that are told belong to it alone.
 */
export async function tellOfficers(tx: Tx, { law }: Pick<Hub, 'law'>, now: Date, happened: Happened): Promise<void> {
  const { matter, recordId } = happened
  for (const { agencyId, roles, kind, climbs } of noticesOf(law.notices, happened)) {
    const { number, agency } = await postNotice(tx, { law }, now, { ...happened, agencyId, roles, kind })
    for (const [nth, { afterMinutes: minutes, roles: next }] of climbs.entries()) {
      const due = afterDuty(law, { kind, agency }, { told: now, minutes })
      await tx.execute(sql`select post_climb(${agencyId}::uuid, ${number}, ${nth}, ${kind}, ${sql.param([...next])}::text[],
        ${minutes}, ${matter.kind}, ${matter.id}::uuid, ${recordId}::uuid, ${now.toISOString()}::timestamptz,
        ${due.toISOString()}::timestamptz)`)
    }
  }
}

/** Kinds of records that a notice can lead to; what hangs on a record leads to the record. */
const matters = ['Case', 'Clue', 'Handoff', 'Assistance', 'TaskForce', 'RecallNotice']

type Done = { readonly act: string; readonly on: string; readonly subject: Subject; readonly output: unknown }

/** What a command did, as the table of notices asks about it: the row as it was, and over it what the command answered. */
export function happenedBy(agencyId: AgencyId, { act, on, subject, output }: Done): Happened {
  const row: Readonly<Record<string, unknown>> = { ...subject, ...(output as object | undefined) }
  const { recordKind, recordId, move } = row
  const isAbout = typeof recordKind === 'string' && typeof recordId === 'string'
  const matter = isAbout && !matters.includes(on) ? { kind: recordKind, id: recordId } : { kind: on, id: subject.id }
  return {
    ...{ act, row, matter, by: agencyId },
    step: typeof move === 'string' ? move : undefined,
    recordId: caseIdOf(on, subject) ?? (isAbout ? recordId : subject.id),
  }
}

import { randomBytes } from 'node:crypto'
import type { Tx } from '@lianban/db'
import { type AgencyId, type CaseId, type OfficerId, type SectionId, unseen } from '@lianban/kernel'
import { asc, eq, inArray, max, sql } from 'drizzle-orm'
import { type CaseRow, casesByIds, findCase } from '../cases/index.ts'
import { lock } from '../lock.ts'
import { type Section, type SectionRow, sectionRow } from './section.ts'
import { sectionMembers, sections } from './table.ts'

export async function findSection(tx: Tx, id: SectionId, options: { lock?: boolean } = {}): Promise<SectionRow> {
  if (options.lock) await lock(tx, 'Section', id)
  const [row] = await tx.select().from(sections).where(eq(sections.id, id))
  if (!row) throw unseen()
  return (await rowsOf(tx, [row], [await findCase(tx, row.caseId)]))[0]!
}

/** Every section of the case, also those whose title the policy will withhold. */
export async function sectionsOf(tx: Tx, ofCase: CaseRow): Promise<SectionRow[]> {
  return sectionsOfCases(tx, [ofCase])
}

export async function sectionsOfCases(tx: Tx, ofCases: readonly CaseRow[]): Promise<SectionRow[]> {
  if (!ofCases.length) return []
  const ids = ofCases.map(({ id }) => id)
  const rows = await tx.select().from(sections).where(inArray(sections.caseId, ids)).orderBy(asc(sections.position))
  return rowsOf(tx, rows, ofCases)
}

/** Those of the sections whose case the asker may see at all; whether the section itself may be read the rules say. */
export async function sectionsByIds(tx: Tx, ids: readonly SectionId[]): Promise<SectionRow[]> {
  if (!ids.length) return []
  const rows = await tx
    .select()
    .from(sections)
    .where(inArray(sections.id, [...ids]))
  const ofCases = await casesByIds(
    tx,
    rows.map(({ caseId }) => caseId),
  )
  return rowsOf(
    tx,
    rows.filter(({ caseId }) => ofCases.has(caseId)),
    [...ofCases.values()],
  )
}

export async function nextPosition(tx: Tx, caseId: CaseId): Promise<number> {
  const [row] = await tx
    .select({ last: max(sections.position) })
    .from(sections)
    .where(eq(sections.caseId, caseId))
  return (row?.last ?? 0) + 1
}

export async function insertSection(tx: Tx, section: Section, memberIds: readonly AgencyId[]): Promise<void> {
  await tx.insert(sections).values(section)
  await setMembers(tx, section.id, memberIds)
}

export async function saveAudience(
  tx: Tx,
  section: Pick<Section, 'id' | 'audience'>,
  memberIds: readonly AgencyId[],
): Promise<void> {
  await tx
    .update(sections)
    .set({ audience: section.audience, version: sql`${sections.version} + 1` })
    .where(eq(sections.id, section.id))
  await tx.delete(sectionMembers).where(eq(sectionMembers.sectionId, section.id))
  await setMembers(tx, section.id, memberIds)
}

/** Gives sections other places at once. */
export async function savePositions(
  tx: Tx,
  moved: readonly { readonly id: SectionId; readonly position: number }[],
): Promise<void> {
  if (!moved.length) return
  const ids = sql.param(moved.map(({ id }) => id))
  const positions = sql.param(moved.map(({ position }) => position))
  await tx.execute(sql`update dossier_sections s set position = m.position
    from unnest(${ids}::uuid[], ${positions}::int[]) as m (id, position) where s.id = m.id`)
}

async function setMembers(tx: Tx, sectionId: SectionId, memberIds: readonly AgencyId[]): Promise<void> {
  const values = [...new Set(memberIds)].map((agencyId) => ({ sectionId, agencyId }))
  if (values.length) await tx.insert(sectionMembers).values(values)
}

async function rowsOf(tx: Tx, rows: readonly Section[], ofCases: readonly CaseRow[]): Promise<SectionRow[]> {
  const members = rows.length
    ? await tx
        .select()
        .from(sectionMembers)
        .where(
          inArray(
            sectionMembers.sectionId,
            rows.map((row) => row.id),
          ),
        )
    : []
  return rows.map((row) =>
    sectionRow(
      row,
      members.filter((member) => member.sectionId === row.id),
      ofCases.find(({ id }) => id === row.caseId)!,
    ),
  )
}

/** The secret behind an officer's local copy of a section; of two pages that ask first at once, both get the same. */
export async function copySecret(tx: Tx, officerId: OfficerId, sectionId: SectionId, now: Date): Promise<Buffer> {
  await tx.execute(sql`insert into section_copy_secrets values (${officerId}, ${sectionId}, ${randomBytes(32)}, ${now})
    on conflict do nothing`)
  const { rows } = await tx.execute<{ secret: Buffer }>(
    sql`select secret from section_copy_secrets where officer_id = ${officerId} and section_id = ${sectionId}`,
  )
  return rows[0]!.secret
}

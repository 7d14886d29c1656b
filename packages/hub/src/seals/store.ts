import type { Tx } from '@lianban/db'
import { type AgencyId, type CaseId, type SealId, unseen } from '@lianban/kernel'
import { and, asc, desc, eq, getTableColumns, inArray, notExists, sql } from 'drizzle-orm'
import { unlessTaken } from '../unless-taken.ts'
import { refusals } from './refusals.ts'
import type { Seal, SealRow } from './seal.ts'
import { sealContents, sealEndings, sealMembers, sealSections, sealSignatures, seals } from './table.ts'

/** The seals of a case, the newest first. */
export async function sealsOf(tx: Tx, caseId: CaseId): Promise<SealRow[]> {
  return rowsOf(tx, await tx.select().from(seals).where(eq(seals.caseId, caseId)).orderBy(desc(seals.number)))
}

export async function findSeal(tx: Tx, id: SealId, caseId: CaseId): Promise<SealRow> {
  const [seal] = await rowsOf(tx, await tx.select().from(seals).where(eq(seals.id, id)))
  if (seal?.caseId !== caseId) throw unseen()
  return seal
}

/** Seals that an agency has a part in, has not signed, and that nobody ended; the oldest first. */
export const sealsUnsignedBy = (tx: Tx, agencyId: AgencyId): Promise<Seal[]> =>
  tx
    .select(getTableColumns(seals))
    .from(seals)
    .innerJoin(sealMembers, and(eq(sealMembers.sealId, seals.id), eq(sealMembers.agencyId, agencyId)))
    .where(
      and(
        notExists(
          tx
            .select({ one: sql`1` })
            .from(sealSignatures)
            .where(and(eq(sealSignatures.sealId, seals.id), eq(sealSignatures.agencyId, agencyId))),
        ),
        notExists(tx.select({ one: sql`1` }).from(sealEndings).where(eq(sealEndings.sealId, seals.id))),
      ),
    )
    .orderBy(asc(seals.proposedAt))
    .limit(200)

async function rowsOf(tx: Tx, found: readonly Seal[]): Promise<SealRow[]> {
  if (!found.length) return []
  const ids = found.map(({ id }) => id)
  const members = await tx.select().from(sealMembers).where(inArray(sealMembers.sealId, ids))
  const signatures = await tx
    .select()
    .from(sealSignatures)
    .where(inArray(sealSignatures.sealId, ids))
    .orderBy(asc(sealSignatures.signedAt))
  const endings = await tx.select().from(sealEndings).where(inArray(sealEndings.sealId, ids))
  const sections = await tx
    .select()
    .from(sealSections)
    .where(inArray(sealSections.sealId, ids))
    .orderBy(asc(sealSections.position))
  const of = <Part extends { sealId: SealId }>(parts: readonly Part[], id: SealId) =>
    parts.filter(({ sealId }) => sealId === id)
  return found.map((seal) => ({
    ...seal,
    members: of(members, seal.id),
    signatures: of(signatures, seal.id),
    ending: of(endings, seal.id)[0],
    sections: of(sections, seal.id),
  }))
}

/** What the officer's own wall lets through of the frozen content. */
export const contentsOf = (tx: Tx, id: SealId) => tx.select().from(sealContents).where(eq(sealContents.sealId, id))

export async function insertSeal(
  tx: Tx,
  { sections, members, signatures: _none, ending: _not, ...seal }: SealRow,
  contents: readonly Omit<typeof sealContents.$inferInsert, 'sealId'>[],
): Promise<void> {
  await tx.insert(seals).values(seal)
  await tx.insert(sealSections).values([...sections])
  await tx.insert(sealContents).values(contents.map((content) => ({ ...content, sealId: seal.id })))
  await tx.insert(sealMembers).values([...members])
}

export async function insertSignature(tx: Tx, signature: typeof sealSignatures.$inferInsert): Promise<void> {
  const insert = tx.insert(sealSignatures).values(signature)
  await unlessTaken('seal_signatures_pkey', refusals.signedAlready, insert)
}

export async function insertEnding(tx: Tx, ending: typeof sealEndings.$inferInsert): Promise<void> {
  await tx.insert(sealEndings).values(ending)
}

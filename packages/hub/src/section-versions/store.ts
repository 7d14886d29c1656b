import type { Tx } from '@lianban/db'
import type { SectionId } from '@lianban/kernel'
import { asc, eq } from 'drizzle-orm'
import { unlessTaken } from '../unless-taken.ts'
import { nameTaken } from './refusals.ts'
import { type SectionVersion, sectionVersions } from './table.ts'

/** The names of a section's versions, the oldest moment first. */
export const versionsOf = (tx: Tx, sectionId: SectionId): Promise<SectionVersion[]> =>
  tx
    .select()
    .from(sectionVersions)
    .where(eq(sectionVersions.sectionId, sectionId))
    .orderBy(asc(sectionVersions.upToSeq), asc(sectionVersions.namedAt))

export async function insertVersion(tx: Tx, version: SectionVersion): Promise<void> {
  const insert = tx.insert(sectionVersions).values(version)
  await unlessTaken('section_versions_section_id_name_key', () => nameTaken(version.name), insert)
}

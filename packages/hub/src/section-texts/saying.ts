import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import type { SectionId } from '@lianban/kernel'
import { inArray, sql } from 'drizzle-orm'
import { casesByIds } from '../cases/index.ts'
import { sectionsByIds } from '../dossiers/index.ts'
import type { Hub } from '../hub.ts'
import { patternOf, queryOf } from '../words.ts'
import { snippetOf } from './snippet.ts'
import { sectionTexts } from './table.ts'

type Asked = {
  readonly hub: Hub
  readonly tx: Tx
  readonly officer: SignedIn['officer']
  readonly phrase: string
  readonly limit: number
}

/** So many are looked at; where the wall lets more through, their number is left open. */
const most = 300

/** Sections that the officer may read and that say the phrase, newest first, each with the words around it. */
export async function sectionsSaying({ hub, tx, officer, phrase, limit }: Asked) {
  const { rows: places } = await tx.execute<{ id: SectionId; is_all: boolean }>(
    sql`select id, is_all from sections_saying(${queryOf(phrase)}::tsquery, ${patternOf(phrase)}, ${most})`,
  )
  const ids = places.map(({ id }) => id)
  const readable = new Map(
    (await sectionsByIds(tx, ids))
      .filter((row) => hub.policy.allows(officer, 'read', 'Section', row))
      .map((row) => [row.id, row]),
  )
  const found = ids.flatMap((id) => readable.get(id) ?? [])
  const shown = found.slice(0, limit)
  const texts = await textsOf(tx, shown)
  const cases = await casesByIds(
    tx,
    shown.map(({ caseId }) => caseId),
  )
  return {
    items: shown.map(({ id, title, caseId }) => {
      const { number, name } = cases.get(caseId)!
      return { id, title, case: { id: caseId, number, name }, snippet: snippetOf(texts.get(id) ?? '', phrase) }
    }),
    total: places.length === most || places.some(({ is_all }) => !is_all) ? null : found.length,
  }
}

async function textsOf(tx: Tx, sections: readonly { readonly id: SectionId }[]): Promise<Map<SectionId, string>> {
  if (sections.length === 0) return new Map()
  const ids = sections.map(({ id }) => id)
  const rows = await tx.select().from(sectionTexts).where(inArray(sectionTexts.sectionId, ids))
  return new Map(rows.map(({ sectionId, text }) => [sectionId, text]))
}

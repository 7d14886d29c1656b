import { newId, SectionId } from '@lianban/kernel'
import { type Law, missingMaterials } from '@lianban/law'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import type { Handoff, PackageItem } from './handoff.ts'
import type { Piece } from './package.ts'
import { refusals } from './refusals.ts'

/** A paper that goes along: a section of the dossier that is it, or an original named by its title and number. */
export const Paper = z.strictObject({
  material: z.string().regex(/^[a-z_]{1,60}$/),
  title: line(200),
  number: text(100).default(''),
  sectionId: SectionId.optional(),
})
export type Paper = z.infer<typeof Paper>

export const Circumstance = z.enum(['other_materials', 'penalty_decided'])

/** The pieces with the papers among them: sections that are one are marked so, originals are listed after them. */
export function withPapers(pieces: readonly Piece[], papers: readonly Paper[]): Piece[] {
  const marked = [...pieces]
  for (const { sectionId, material, title, number } of papers) {
    const place = marked.findIndex((piece) => piece.kind === 'dossier_section' && piece.recordId === sectionId)
    if (sectionId && place < 0) throw refusals.sectionNotInPackage()
    if (sectionId) marked[place] = { ...marked[place]!, material }
    else marked.push({ kind: 'paper', recordId: newId(), title, material, value: { title, number } })
  }
  return marked
}

/** What the package still lacks of what the law asks for, each piece with its article. */
export const missingIn = (
  law: Law,
  { kind, circumstances }: Pick<Handoff, 'kind' | 'circumstances'>,
  items: readonly Pick<PackageItem, 'material'>[],
) =>
  missingMaterials(law, law.handoffs[kind]!.list, {
    present: items.flatMap(({ material }) => material ?? []),
    circumstances: circumstances.map((each) => Circumstance.parse(each)),
  })

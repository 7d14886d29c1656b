import { SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { castOf } from '../authorship/index.ts'
import { findSection } from '../dossiers/index.ts'
import { find } from '../query.ts'
import { toldComparison } from './told-comparison.ts'

/** What changed in a section between two moments, and who changed it; without an end, up to now. */
export const compareVersions = find({
  name: 'section.compare',
  on: 'Section',
  action: 'readHistory',
  input: z.strictObject({ sectionId: SectionId, from: z.int().nonnegative(), to: z.int().nonnegative().optional() }),
  about: ({ sectionId }) => sectionId,
  isLogged: false,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ input, subject, tx, hub }) {
    const { from, to } = input
    const asked = {
      kind: 'compared' as const,
      from: { seq: from },
      to: to === undefined ? ('now' as const) : { seq: to },
    }
    const comparison = await hub.chronicles.ask(tx, subject.id, asked)
    const keys = comparison.blocks.flatMap(({ pieces }) => pieces.flatMap(({ by }) => by?.officerId ?? []))
    return toldComparison(comparison, await castOf(tx, keys))
  },
})

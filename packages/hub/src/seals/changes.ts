import { CaseId, SealId } from '@lianban/kernel'
import { z } from 'zod'
import { castOf } from '../authorship/index.ts'
import { findCase } from '../cases/index.ts'
import { sectionsOf } from '../dossiers/index.ts'
import { find } from '../query.ts'
import { toldComparison } from '../section-versions/index.ts'
import { contentsOf, findSeal } from './store.ts'

/**
 * What changed since a version was sealed, in the sections that the officer may read: both ends are the officer's to
 * read, and nothing is told of what came and went between them.
 */
export const changesSinceSeal = find({
  name: 'seal.changes',
  on: 'Case',
  input: z.strictObject({ caseId: CaseId, sealId: SealId }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ input, subject, officer, tx, hub }) {
    const seal = await findSeal(tx, input.sealId, input.caseId)
    const frozen = new Map((await contentsOf(tx, seal.id)).map((one) => [one.sectionId, one]))
    const items = []
    for (const section of await sectionsOf(tx, subject)) {
      const { id: sectionId, position, title } = section
      if (!hub.policy.allows(officer, 'read', 'Section', section)) {
        items.push({ kind: 'withheld' as const, position })
        continue
      }
      const from = frozen.get(sectionId)?.upToSeq
      const asked = { kind: 'compared' as const, from: { seq: from ?? 0 }, to: 'now' as const }
      const comparison = await hub.chronicles.ask(tx, sectionId, asked)
      const keys = comparison.blocks.flatMap(({ pieces }) => pieces.flatMap(({ by }) => by?.officerId ?? []))
      const told = toldComparison(comparison, await castOf(tx, keys))
      const isSame = told.blocks.every(
        ({ fate, pieces }) => fate === 'same' && pieces.every((piece) => piece.fate === 'same'),
      )
      const kind = from === undefined ? ('new' as const) : isSame ? ('same' as const) : ('changed' as const)
      items.push({ kind, position, sectionId, title, changes: told })
    }
    return { number: seal.number, items }
  },
})

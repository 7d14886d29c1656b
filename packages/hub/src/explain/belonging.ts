import type { Tx } from '@lianban/db'
import type { Officer, Policy } from '@lianban/policy'
import type { CaseRow } from '../cases/index.ts'
import { cluesOfCase } from '../clues/index.ts'
import { sectionsOf } from '../dossiers/index.ts'
import type { Compared } from './changes.ts'

/** A case with its sections and clues as they stand; what the asker may not read counts, and goes without a title. */
export async function withBelongings(
  tx: Tx,
  ofCase: CaseRow,
  { officer, policy }: { officer: Officer; policy: Pick<Policy, 'allows'> },
): Promise<Compared[]> {
  const titled = (kind: string, title: string, row: object): Compared => ({
    kind,
    title: policy.allows(officer, 'read', kind, row) ? title : null,
    before: row,
    after: row,
  })
  const sections = await sectionsOf(tx, ofCase)
  const clues = await cluesOfCase(tx, ofCase.id)
  return [
    titled('Case', ofCase.number, ofCase),
    ...sections.map((section) => titled('Section', section.title, section)),
    ...clues.map((clue) => titled('Clue', clue.number, clue)),
  ]
}

/** The case alone, or what belongs to it, as it would be at another stage. */
export const atStage = ({ after, ...record }: Compared, stage: CaseRow['stage']): Compared => ({
  ...record,
  after:
    'case' in after && Array.isArray(after.case)
      ? { ...after, case: after.case.map((one: object) => ({ ...one, stage })) }
      : 'stage' in after
        ? { ...after, stage }
        : after,
})

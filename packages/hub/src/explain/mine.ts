import { explain, type RuleExplained } from '@lianban/policy'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import type { CaseRow } from '../cases/index.ts'
import type { ClueRow } from '../clues/index.ts'
import type { HandoffRow } from '../handoffs/index.ts'
import { find } from '../query.ts'
import { vocabulary } from '../vocabulary.ts'
import { actsOn } from './acts.ts'
import { AnyRecord, type AnyRow, findRow } from './record.ts'
import { ownersOf, whomToAsk } from './whom.ts'
import { explainWithheld } from './withheld.ts'
import { giversOf, type SharedRow } from './withheld-by-grants.ts'

/** Why the officer may do what with a record, and of all else what is missing and whom to ask. */
export const explainMine = find({
  name: 'explain.mine',
  on: ({ record }) => record.kind,
  input: z.strictObject({ record: AnyRecord }),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: ({ tx, input }) => findRow(tx, input.record),
  async run({ input, subject: row, officer, tx, now, hub }) {
    const { kind } = input.record
    const { owner, sectionOwner } = ownersOf(row)
    const { leadAgencyId, toAgencyId } = row as Partial<CaseRow & HandoffRow>
    const agencies = await agencyCards(
      tx,
      [officer.agencyId, owner, sectionOwner, leadAgencyId, toAgencyId, ...giversOf(row)].filter(
        (id) => id !== undefined,
      ),
    )
    const items = actsOn(hub.law, kind, row).map(({ action, words }) => {
      const given = { policy: hub.policy, kind, action, row, ownAgencyId: officer.agencyId, agencies }
      const asked = { officer, action, subject: kind, row }
      const { allowing, closed } = explain({ rules: hub.policy.rules, vocabulary, now }, asked)
      return {
        action,
        words,
        allowing,
        closed: closed.map(withoutCircle).map((rule) => ({ ...rule, ask: whomToAsk(rule, given) })),
      }
    })
    const readBy = items.find(({ action }) => action === 'read')?.allowing ?? []
    const shared = sharedRow(kind, row)
    return {
      items,
      withheld: shared ? explainWithheld(shared, { reading: { hub, officer, now }, agencies, readBy }) : [],
    }
  },
})

/** Whose record it is says enough: that officers of other agencies are not among those who may know goes without saying. */
const withoutCircle = (rule: RuleExplained): RuleExplained =>
  rule.gaps.some(({ kind }) => kind === 'standing')
    ? { ...rule, gaps: rule.gaps.filter(({ path }) => path[0] !== 'circle') }
    : rule

/** Of cases and clues parts can be withheld; nothing of other records. */
function sharedRow(kind: string, row: AnyRow): SharedRow | undefined {
  if (kind === 'Case') return { kind, row: row as CaseRow }
  return kind === 'Clue' ? { kind, row: row as ClueRow } : undefined
}

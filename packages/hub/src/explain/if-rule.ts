import { createPolicy, RuleId } from '@lianban/policy'
import { z } from 'zod'
import type { CaseRow } from '../cases/index.ts'
import { writtenText } from '../classification.ts'
import { find } from '../query.ts'
import { vocabulary } from '../vocabulary.ts'
import { standingAround } from './around.ts'
import { withBelongings } from './belonging.ts'
import { changes } from './changes.ts'
import { editedRules } from './edited-rules.ts'
import { AnyRecord, findRow } from './record.ts'
import { outsiders, standsOf } from './stands.ts'

/**
 * Who would gain and who would lose what with a record if a rule read otherwise, or were gone. The text is read as a
 * rule file is and told by line where it cannot be used; nothing of it is kept.
 */
export const explainIfRule = find({
  name: 'explain.ifRule',
  on: ({ record }) => record.kind,
  input: z.strictObject({ record: AnyRecord, ruleId: RuleId.optional(), text: writtenText(8000) }),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: ({ tx, input }) => findRow(tx, input.record),
  async run({ input, subject: row, officer, tx, hub }) {
    const { policy, clock } = hub
    const edited = editedRules(policy.rules, input)
    if ('problems' in edited) return { problems: edited.problems, gains: [], losses: [] }
    const records =
      input.record.kind === 'Case'
        ? await withBelongings(tx, row as CaseRow, { officer, policy })
        : [{ kind: input.record.kind, title: null, before: row, after: row }]
    const isTouched = (kind: string, action: string) =>
      edited.touched.some((rule) => rule.subject === kind && rule.action === action)
    const stands = [...(await standsOf(tx, await standingAround(tx, row))), ...outsiders()]
    const after = createPolicy({ rules: edited.rules, vocabulary, clock })
    return { problems: [], ...changes({ law: hub.law, stands, records, before: policy, after, isTouched }) }
  },
})

import { z } from 'zod'
import { find } from '../query.ts'
import { vocabulary } from '../vocabulary.ts'
import { AnyRecord, findRow } from './record.ts'

/** What belongs to a record and has rules of its own. */
const belonging: Readonly<Record<string, readonly string[]>> = { Case: ['Case', 'Section', 'Clue'] }

/** The rules that speak of a record and of what belongs to it, as they are written: rules are data, and no secret of anybody. */
export const explainRules = find({
  name: 'explain.rules',
  on: ({ record }) => record.kind,
  input: z.strictObject({ record: AnyRecord }),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: ({ tx, input }) => findRow(tx, input.record),
  async run({ input, hub }) {
    const kinds = belonging[input.record.kind] ?? [input.record.kind]
    return {
      items: hub.policy.rules
        .filter(({ subject }) => kinds.includes(subject))
        .map(({ id, subject, action, because, text }) => ({
          id,
          subject,
          words: vocabulary.subjects[subject]!.actionWords![action]!,
          because,
          text,
        })),
    }
  },
})

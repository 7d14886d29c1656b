import { ClueId } from '@lianban/kernel'
import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import { clueSummaries, findClue, withheldFromClue } from '../clues/index.ts'
import { withheldFrom } from '../grants/index.ts'
import { find } from '../query.ts'
import { casesWithClue } from './store.ts'

/** One clue with the cases it became part of, as far as the officer may read them. */
export const findCluePage = find({
  name: 'clue.find',
  on: 'Clue',
  input: z.strictObject({ clueId: ClueId }),
  about: ({ clueId }) => clueId,
  isLogged: true,
  subject: ({ tx, input }) => findClue(tx, input.clueId),
  async run({ subject, officer, tx, now, hub }) {
    const withheld = withheldFromClue(officer, subject, now)
    const isOpen = (field: string) => !withheld.includes(field)
    const readable = await casesWithClue(tx, hub.policy.filter(officer, 'read', 'Case'), subject.id)
    // A grant on a case that withholds where it came from does not tell it from the clue's side either.
    const named = readable.filter((row) => !withheldFrom(officer, row, now).includes('clues'))
    const summary = (await clueSummaries(tx, [subject]))[0]!
    return {
      ...summary,
      content: isOpen('content') ? subject.content : null,
      goods: isOpen('goods') ? subject.goods : null,
      identifiers: isOpen('identifiers') ? subject.identifiers : null,
      methods: subject.methods,
      recordedBy: (await officerCards(tx, [subject.recordedBy])).get(subject.recordedBy)!,
      version: subject.version,
      withheld,
      cases: named.map(({ id, number, name }) => ({ id, number, name })),
      can: {
        share: Boolean(hub.policy.allows(officer, 'share', 'Clue', subject)),
        openCase: Boolean(hub.policy.allows(officer, 'openCase', 'Clue', subject)),
        correct: Boolean(hub.policy.allows(officer, 'correct', 'Clue', subject)),
        proposeChange: Boolean(hub.policy.allows(officer, 'proposeChange', 'Clue', subject)),
        export: Boolean(hub.policy.allows(officer, 'export', 'Clue', subject)),
        readDerivation: Boolean(hub.policy.allows(officer, 'readDerivation', 'Clue', subject)),
      },
    }
  },
})

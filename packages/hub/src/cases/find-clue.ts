import { ClueId } from '@lianban/kernel'
import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import { clueSummaries, findClue, hiddenInClue } from '../clues/index.ts'
import { find } from '../query.ts'
import { casesWithClue } from './store.ts'
import { hiddenInCase } from './withheld.ts'

/** One clue with the cases it became part of, as far as the officer may read them. */
export const findCluePage = find({
  name: 'clue.find',
  on: 'Clue',
  input: z.strictObject({ clueId: ClueId }),
  about: ({ clueId }) => clueId,
  isLogged: true,
  subject: ({ tx, input }) => findClue(tx, input.clueId),
  async run({ subject, officer, tx, now, hub }) {
    const withheld = hiddenInClue({ hub, officer, now }, subject)
    const isOpen = (field: string) => !withheld.includes(field)
    const readable = await casesWithClue(tx, hub.policy.filter(officer, 'read', 'Case'), subject.id)
    // A grant or a rule that withholds from a case where it came from does not tell it from the clue's side either.
    const named = readable.filter((row) => !hiddenInCase({ hub, officer, now }, row).includes('clues'))
    const posts = await officerCards(tx, [subject.recordedBy, ...subject.readers.map((reader) => reader.officerId)])
    const summary = (await clueSummaries(tx, [subject]))[0]!
    return {
      ...summary,
      content: isOpen('content') ? subject.content : null,
      goods: isOpen('goods') ? subject.goods : null,
      identifiers: isOpen('identifiers') ? subject.identifiers : null,
      methods: subject.methods,
      recordedBy: posts.get(subject.recordedBy)!,
      version: subject.version,
      withheld,
      isRestricted: subject.isRestricted,
      readers: subject.readers.flatMap(({ officerId }) => posts.get(officerId) ?? []),
      cases: named.map(({ id, number, name }) => ({ id, number, name })),
      can: {
        share: Boolean(hub.policy.allows(officer, 'share', 'Clue', subject)),
        passOn: Boolean(hub.policy.allows(officer, 'passOn', 'Clue', subject)),
        widen: Boolean(hub.policy.allows(officer, 'widen', 'Clue', subject)),
        openCase: Boolean(hub.policy.allows(officer, 'openCase', 'Clue', subject)),
        correct: Boolean(hub.policy.allows(officer, 'correct', 'Clue', subject)),
        proposeChange: Boolean(hub.policy.allows(officer, 'proposeChange', 'Clue', subject)),
        export: Boolean(hub.policy.allows(officer, 'export', 'Clue', subject)),
        handOn: Boolean(hub.policy.allows(officer, 'handOn', 'Clue', subject)),
        decline: subject.state === 'recorded' && Boolean(hub.policy.allows(officer, 'decline', 'Clue', subject)),
        readDerivation: Boolean(hub.policy.allows(officer, 'readDerivation', 'Clue', subject)),
      },
    }
  },
})

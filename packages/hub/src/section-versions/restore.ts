import { SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { command } from '../command.ts'
import { findSection } from '../dossiers/index.ts'
import { nothingThen } from './refusals.ts'

/**
 * An officer takes out what a section said at a past moment, to set it there again: the page does that as an edit of the
 * officer's own, which the room saves and binds like any other. That it was taken out for this is on record.
 */
export const restoreVersion = command({
  name: 'section.restore',
  on: 'Section',
  action: 'write',
  input: z.object({ sectionId: SectionId, seq: z.int().positive() }),
  about: ({ sectionId }) => sectionId,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ input, subject, officer, tx, hub }) {
    hub.policy.decide(officer, 'readHistory', 'Section', subject)
    const then = await hub.chronicles.ask(tx, subject.id, { kind: 'document', when: { seq: input.seq } })
    if (then.seq === 0) throw nothingThen()
    return { seq: then.seq, at: new Date(then.at), document: then.document }
  },
  facts: ({ input }) => ({ seq: input.seq }),
})

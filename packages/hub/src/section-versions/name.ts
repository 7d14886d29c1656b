import { newId, SectionId } from '@lianban/kernel'
import { digestOf } from '@lianban/kernel/digest'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { findSection } from '../dossiers/index.ts'
import { nothingThen } from './refusals.ts'
import { insertVersion } from './store.ts'

/** An officer names a moment of a section, so that others find it again; the name is given once and stays. */
export const nameVersion = command({
  name: 'section.nameVersion',
  on: 'Section',
  input: z.object({ sectionId: SectionId, seq: z.int().positive(), name: line(60) }),
  about: ({ sectionId }) => sectionId,
  subject: ({ tx, input }) => findSection(tx, input.sectionId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    const then = await hub.chronicles.ask(tx, subject.id, { kind: 'document', when: { seq: input.seq } })
    if (then.seq === 0) throw nothingThen()
    const digest = digestOf(then.document)
    const id = newId<string>()
    await insertVersion(tx, {
      id,
      sectionId: subject.id,
      upToSeq: then.seq,
      name: input.name,
      digest,
      stoodAt: new Date(then.at),
      namedBy: officer.id,
      agencyId: officer.agencyId,
      namedAt: now,
    })
    return { id, seq: then.seq, digest }
  },
  facts: ({ input }) => ({ seq: input.seq }),
})

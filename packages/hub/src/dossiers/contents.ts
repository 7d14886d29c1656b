import { canonicalDocument, headingsOf } from '@lianban/dossier'
import { CaseId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { sectionsOf } from './store.ts'

/** The table of contents: the headings of every section that the officer may read, and nothing of the others. */
export const dossierContents = find({
  name: 'dossier.contents',
  on: 'Case',
  input: z.strictObject({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ subject, officer, tx, hub }) {
    const readable = (await sectionsOf(tx, subject)).filter((row) => hub.policy.allows(officer, 'read', 'Section', row))
    const written = await hub.sections.read(
      tx,
      readable.map(({ id }) => id),
    )
    return {
      sections: readable.map(({ id, position }) => ({
        sectionId: id,
        position,
        headings: headingsOf(canonicalDocument(written.get(id)!)),
      })),
    }
  },
})

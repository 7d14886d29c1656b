import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { exportObstacles } from '../quotations/index.ts'
import { AskedDossier } from './asked.ts'
import { dossierToTake } from './dossier.ts'

/** What keeps a dossier, as it is or was sealed and as far as the officer reads it, from being taken out for a purpose. */
export const listExportObstacles = find({
  name: 'dossier.exportObstacles',
  on: 'Case',
  input: AskedDossier.omit({ format: true }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ input, subject, officer, tx, now, hub }) {
    const { sections } = await dossierToTake({ hub, tx, officer, now }, subject, input)
    const open = sections.filter((section) => section.kind === 'open')
    return { obstacles: await exportObstacles({ hub, tx, purpose: input.purpose }, open) }
  },
})

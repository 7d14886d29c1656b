import { CaseId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { dossierThatMayGo } from '../dossier-exports/index.ts'
import { find } from '../query.ts'
import { exportPurposes } from '../quotations/index.ts'
import { sealedIn } from '../seals/index.ts'

export const AskedBundle = z.strictObject({ caseId: CaseId, purpose: z.enum(exportPurposes) })
export type AskedBundle = z.infer<typeof AskedBundle>

/** That the officer may take the case along for this purpose, and did: nothing of it leaves before that stands in the log. */
export const openBundle = find({
  name: 'case.bundle',
  on: 'Case',
  action: 'exportDossier',
  input: AskedBundle,
  about: ({ caseId }) => caseId,
  isLogged: true,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ input, subject, officer, tx, now, hub }) {
    for (const sealId of await sealedIn(tx, subject.id))
      await dossierThatMayGo({ hub, tx, officer, now }, subject, { purpose: input.purpose, sealId })
    const { number, name } = subject
    return { id: subject.id, number, name }
  },
})

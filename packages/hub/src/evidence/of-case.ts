import { CaseId, type EvidenceId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { standingIn } from '../standing/index.ts'
import { itemsOfCase } from './store.ts'
import { evidenceSummaries } from './summaries.ts'

/** The evidence register of a case. Whoever stands in the case so as to read one item reads all: that is decided once. */
export const evidenceOfCase = find({
  name: 'evidence.ofCase',
  on: 'EvidenceItem',
  input: z.strictObject({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  async subject({ tx, input, officer }) {
    const ofCase = await findCase(tx, input.caseId)
    const draft = { id: ofCase.id as string as EvidenceId, caseId: ofCase.id, agencyId: officer.agencyId }
    return { ...draft, ofCase, standing: standingIn(ofCase) }
  },
  async run({ subject, officer, tx, hub }) {
    const { ofCase } = subject
    const items = await itemsOfCase(tx, ofCase.id)
    return {
      items: await evidenceSummaries({ tx, hub, ofCase }, items),
      can: { record: Boolean(hub.policy.allows(officer, 'record', 'EvidenceItem', subject)) },
    }
  },
})

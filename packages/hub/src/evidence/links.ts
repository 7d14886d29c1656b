import { CaseId, type EvidenceId } from '@lianban/kernel'
import { z } from 'zod'
import { attachmentsInCase } from '../attachments/index.ts'
import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { standingIn } from '../standing/index.ts'
import { itemsByIds } from './store.ts'

/** Which item of evidence each file of a case belongs to. */
export const evidenceLinks = find({
  name: 'evidence.links',
  on: 'EvidenceItem',
  input: z.strictObject({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  async subject({ tx, input, officer }) {
    const ofCase = await findCase(tx, input.caseId)
    const draft = { id: ofCase.id as string as EvidenceId, caseId: ofCase.id, agencyId: officer.agencyId }
    return { ...draft, ofCase, standing: standingIn(ofCase) }
  },
  async run({ subject, tx }) {
    const attachments = await attachmentsInCase(tx, subject.caseId)
    const items = new Map(
      (
        await itemsByIds(
          tx,
          attachments.map(({ itemId }) => itemId),
        )
      ).map((item) => [item.id, item]),
    )
    return {
      links: attachments.map(({ fileId, itemId, part }) => {
        const { number, name } = items.get(itemId)!
        return { fileId, itemId, part, number, name }
      }),
    }
  },
})

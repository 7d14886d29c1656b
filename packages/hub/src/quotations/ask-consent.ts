import { type ConsentId, newId, QuotationId, SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { findSection } from '../dossiers/index.ts'
import { consentPurposes } from '../export-purposes.ts'
import { lock } from '../lock.ts'
import { barsTo } from '../measures/index.ts'
import { consentNotNeeded, notQuotedHere } from './refusals.ts'
import { insertConsent, originsOf } from './store.ts'

/** Whoever may read the section asks the originator for a quotation to be used as its handling code forbids. */
export const askConsent = command({
  name: 'section.askConsent',
  on: 'Section',
  action: 'comment',
  input: z.object({
    sectionId: SectionId,
    quotationId: QuotationId,
    purpose: z.enum(consentPurposes),
    reason: line(500),
  }),
  about: ({ sectionId }) => sectionId,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ input, subject, officer, tx, now, hub }) {
    const { quotationId, purpose, reason } = input
    // Two clicks at one moment are one question.
    await lock(tx, 'Quotation', quotationId)
    const [origin] = await originsOf(tx, [quotationId], purpose)
    if (origin?.sectionId !== subject.id) throw notQuotedHere()
    const isSettled = origin.consent && origin.consent.state !== 'refused'
    const { handlingCode } = origin
    if (isSettled || !barsTo(hub.measures.exports, { purpose, handlingCode }).length) throw consentNotNeeded()
    const consentId = newId<ConsentId>()
    const { id: askedBy, agencyId } = officer
    await insertConsent(tx, { id: consentId, quotationId, purpose, reason, askedBy, agencyId, askedAt: now })
    return { consentId, askedAgencyId: origin.ownerAgencyId }
  },
  facts: ({ input }) => ({ purpose: input.purpose }),
})

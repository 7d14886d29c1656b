import { CaseId, SealId, SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { exportPurposes } from '../quotations/index.ts'

/** What somebody asks to take out: a whole dossier or some sections of it, as it is or was sealed, as what, and what for. */
export const AskedDossier = z.strictObject({
  caseId: CaseId,
  /** All that the officer reads, unless some are named. */
  sectionIds: z.array(SectionId).min(1).max(200).optional(),
  /** The dossier as it was sealed, instead of how it stands now. */
  sealId: SealId.optional(),
  purpose: z.enum(exportPurposes),
  format: z.enum(['pdf', 'docx']),
})
export type AskedDossier = z.infer<typeof AskedDossier>

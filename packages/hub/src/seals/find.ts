import { CaseId, SealId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { sealedVersion } from './sealed-version.ts'

/** One sealed version with the sections that the officer may read; that it was opened is on record. */
export const findSealPage = find({
  name: 'seal.find',
  on: 'Case',
  input: z.strictObject({ caseId: CaseId, sealId: SealId }),
  about: ({ caseId }) => caseId,
  isLogged: true,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  run: ({ input, ...given }) => sealedVersion(given, input.caseId, input.sealId),
})

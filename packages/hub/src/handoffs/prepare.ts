import { type AgencyId, CaseId, ClueId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { findClue } from '../clues/index.ts'
import { command } from '../command.ts'
import { prepared } from './freeze.ts'
import { clueAsPiece, piecesOfCase } from './pieces.ts'
import { type Terms, terms } from './terms.ts'

const ofCase = (action: 'prepareHandoff' | 'handBack' | 'handOver' | 'giveOpinion') =>
  command({
    name: `case.${action}`,
    on: 'Case',
    input: z.object({ caseId: CaseId, ...terms }),
    about: ({ caseId }) => caseId,
    subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
    run({ input: { caseId, ...input }, subject, officer, tx, now, hub }) {
      const given = { hub, tx, officer, now }
      const { ownerAgencyId } = subject
      return prepared(given, { input, about: { caseId, clueId: null }, ownerAgencyId, by: action }, (kind) =>
        piecesOfCase(given, subject, kind.holds, input.toAgencyId),
      )
    },
    facts: ({ input }) => ({ agency: input.toAgencyId, number: input.number }),
  })

/** A handler freezes the case as it stands into a package; it leaves the agency only when the leader dispatches it. */
export const prepareHandoff = ofCase('prepareHandoff')

/** Whoever leads a case that came from elsewhere gives it back to be handled administratively. */
export const handBack = ofCase('handBack')

/** Goods, notices and orders on a case, which itself stays where it is. */
export const handOver = ofCase('handOver')

/** After a decision not to prosecute, the procuratorate asks the agency for an administrative penalty. */
export const giveOpinion = ofCase('giveOpinion')

/** The procuratorate begins supervision of a case by a letter alone: it opens no file, to nobody. */
export const prepareSupervision = (
  given: Parameters<typeof prepared>[0],
  ofCase: { readonly caseId: CaseId; readonly ownerAgencyId: AgencyId },
  input: Terms,
) =>
  prepared(
    given,
    { input, about: { caseId: ofCase.caseId, clueId: null }, ownerAgencyId: ofCase.ownerAgencyId, by: 'supervise' },
    async () => [],
  )

/** A clue goes to the agency whose matter it is. */
export const handOnClue = command({
  name: 'clue.handOn',
  on: 'Clue',
  input: z.object({ clueId: ClueId, ...terms }),
  about: ({ clueId }) => clueId,
  subject: ({ tx, input }) => findClue(tx, input.clueId, { lock: true }),
  run({ input: { clueId, ...input }, subject, officer, tx, now, hub }) {
    const given = { hub, tx, officer, now }
    const about = { caseId: null, clueId }
    const { ownerAgencyId } = subject
    return prepared(given, { input, about, ownerAgencyId, by: 'handOn' }, async () => [clueAsPiece(given, subject)])
  },
  facts: ({ input }) => ({ agency: input.toAgencyId, number: input.number }),
})

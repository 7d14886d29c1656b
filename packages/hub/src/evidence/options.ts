import { CaseId } from '@lianban/kernel'
import { citationWords, instrumentOf, kindsFor, proceedings } from '@lianban/law'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { standingIn } from '../standing/index.ts'
import { askingOf, isCollector } from './asking.ts'

/** What the officer's agency may register in a case: kinds by proceedings, papers, and what is asked of each kind. */
export const evidenceOptions = find({
  name: 'evidence.options',
  on: 'EvidenceItem',
  input: z.strictObject({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  action: 'record',
  isLogged: false,
  async subject({ tx, input, officer }) {
    const ofCase = await findCase(tx, input.caseId)
    return { id: ofCase.id, caseId: ofCase.id, agencyId: officer.agencyId, ofCase, standing: standingIn(ofCase) }
  },
  async run({ subject, officer, hub: { law } }) {
    const { evidence, powers } = law
    return {
      proceedings: (isCollector(officer) ? proceedings : []).flatMap((proceeding) => {
        const asking = askingOf(officer, subject.ofCase, proceeding)
        const kinds = kindsFor(law, asking).map(({ id, words }) => {
          const rule = evidence.kinds.find((each) => each.id === id)!
          const basis = rule.basis.map((each) => citationWords(law.laws, each))
          return { id, words, asks: rule.asks.map((fact) => ({ id: fact, ...evidence.facts[fact]! })), basis }
        })
        const instruments = evidence.collections.map(({ instrument, registers }) => {
          const { isAllowed, because, instead, basis } = instrumentOf(law, instrument, asking)
          const words = powers.instruments[instrument]!
          return {
            id: instrument,
            words,
            isAllowed,
            because,
            instead,
            basis,
            startsClock: Boolean(registers) && isAllowed,
          }
        })
        return kinds.length ? [{ id: proceeding, kinds, instruments }] : []
      }),
    }
  },
})

import { CaseId, type EvidenceId } from '@lianban/kernel'
import { citationWords, isVerified, statusWords } from '@lianban/law'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { standingIn } from '../standing/index.ts'
import { citationsIn } from './citations.ts'
import { factsOfCase } from './facts-of-case.ts'
import { namedItems } from './store.ts'

const shownOrphans = 50

/** The chain of evidence of a case: every fact that its charges ask for, what is bound to it, and what is missing. */
export const chainOfCase = find({
  name: 'chain.ofCase',
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
    const { charges: table, laws } = hub.law
    const { chosen, nth, facts } = await factsOfCase({ tx, hub }, ofCase)
    const cited = await citationsIn({ hub, tx, officer }, ofCase)
    const standing = new Set<string>(facts.flatMap(({ bindings }) => bindings.map(({ item }) => item.id)))
    const orphans = (await namedItems(tx, ofCase.id)).filter(
      ({ id, number }) => !standing.has(id) && !cited.ids.has(id) && !cited.numbers.has(number),
    )
    return {
      charges: table.charges.map(({ id, words, basis, status }) => ({
        ...{ id, words },
        basis: basis.map((each) => citationWords(laws, each)),
        statusWords: statusWords[status],
        isVerified: isVerified(status),
        isChosen: chosen.some((charge) => charge.id === id),
      })),
      chosen: nth,
      elements: Object.entries(table.elements).flatMap(([id, words]) => {
        const own = facts.filter(({ element }) => element === id)
        return own.length ? [{ id, words, facts: own }] : []
      }),
      proofBasis: table.proof.basis.map((each) => citationWords(laws, each)),
      claims: cited.claims,
      orphans: { total: orphans.length, items: orphans.slice(0, shownOrphans) },
      can: { prove: Boolean(hub.policy.allows(officer, 'prove', 'EvidenceItem', subject)) },
    }
  },
})

import { CaseId, type EvidenceId, type OfficerId } from '@lianban/kernel'
import { type Bound, citationWords, gapsOf, gapTold, isAsked, isVerified, statusWords } from '@lianban/law'
import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import { findCase } from '../cases/index.ts'
import { evidenceSummaries, itemsByIds } from '../evidence/index.ts'
import { find } from '../query.ts'
import { standingIn } from '../standing/index.ts'
import { citationsIn } from './citations.ts'
import { countingOf } from './counting.ts'
import { bindingsInCase, chargesOf, namedItems, rootsIn } from './store.ts'

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
    const last = await chargesOf(tx, ofCase.id)
    const chosen = table.charges.filter(({ id }) => last?.charges.includes(id))
    const kept = await bindingsInCase(tx, ofCase.id)
    const items = await itemsByIds(tx, [...new Set(kept.map(({ binding }) => binding.itemId))])
    const summaries = new Map((await evidenceSummaries({ tx, hub, ofCase }, items)).map((one) => [one.id, one]))
    const roots = await rootsIn(tx, ofCase.id)
    const posts = await officerCards(
      tx,
      kept.flatMap(({ binding, explanation }) => [binding.boundBy, ...(explanation ? [explanation.explainedBy] : [])]),
    )
    const by = (id: OfficerId) => posts.get(id)!
    const bound = kept.map(({ binding, explanation }) => {
      const item = summaries.get(binding.itemId)!
      return {
        ...{ id: binding.id, fact: binding.fact, relation: binding.relation, source: binding.source },
        note: binding.note,
        counts: countingOf(item),
        root: roots.get(item.id) ?? item.id,
        isExplained: explanation !== null,
        explained: explanation
          ? { words: explanation.words, by: by(explanation.explainedBy), at: explanation.explainedAt }
          : null,
        kind: item.kind,
        item: { id: item.id, number: item.number, name: item.name, kindWords: item.kindWords, breaks: item.breaks },
        by: by(binding.boundBy),
        at: binding.boundAt,
      }
    })
    const nameOf = (id: string) => bound.find((each) => each.id === id)!.item
    const facts = table.facts
      .filter(({ id }) => chosen.some((charge) => charge.facts.includes(id)))
      .map(({ id, element, words, wanted, kinds, optional, basis, status }) => {
        const own = bound.filter(({ fact }) => fact === id)
        const asked = isAsked({ optional }, own satisfies readonly Bound[])
        const gaps = asked ? gapsOf(table, own) : []
        return {
          ...{ id, element, words, wanted, kinds, optional },
          charges: chosen.filter((charge) => charge.facts.includes(id)).map((charge) => charge.id),
          basis: basis.map((each) => citationWords(laws, each)),
          statusWords: statusWords[status],
          isVerified: isVerified(status),
          state: !asked
            ? ('idle' as const)
            : gaps.some(({ code }) => code === 'contradicted')
              ? ('contradicted' as const)
              : gaps.length > 0
                ? ('open' as const)
                : ('proved' as const),
          gaps: gaps.map(({ code, items: of }) => ({ ...gapTold(hub.law, code), items: of.map(nameOf) })),
          bindings: own.map(({ fact: _fact, root: _root, isExplained: _is, ...binding }) => binding),
        }
      })
    const cited = await citationsIn({ hub, tx, officer }, ofCase)
    const standing = new Set<string>(
      bound.filter(({ fact }) => facts.some(({ id }) => id === fact)).map(({ item }) => item.id),
    )
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
      chosen: last?.nth ?? 0,
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

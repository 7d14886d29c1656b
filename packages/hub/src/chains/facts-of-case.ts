import type { Tx } from '@lianban/db'
import type { OfficerId } from '@lianban/kernel'
import {
  type Bound,
  type Counting,
  citationWords,
  gapsOf,
  gapTold,
  isAsked,
  isVerified,
  statusWords,
} from '@lianban/law'
import { officerCards } from '../agencies/index.ts'
import type { CaseRow } from '../cases/index.ts'
import { evidenceSummaries, itemsByIds } from '../evidence/index.ts'
import type { Hub } from '../hub.ts'
import { countingOf } from './counting.ts'
import { bindingsInCase, chargesOf, rootsIn } from './store.ts'

type Summary = Awaited<ReturnType<typeof evidenceSummaries>>[number]

/** Every fact that the charges of a case ask for, what is bound to it and what it lacks, by how each item counts. */
export async function factsOfCase(
  { tx, hub }: { readonly tx: Tx; readonly hub: Hub },
  ofCase: CaseRow,
  counted: (item: Summary) => Counting = countingOf,
) {
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
      counts: counted(item),
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
        state: stateOf(
          asked,
          gaps.map(({ code }) => code),
        ),
        gaps: gaps.map(({ code, items: of }) => ({ ...gapTold(hub.law, code), items: of.map(nameOf) })),
        bindings: own.map(({ fact: _fact, root: _root, isExplained: _is, ...binding }) => binding),
      }
    })
  return { chosen, nth: last?.nth ?? 0, facts }
}

function stateOf(asked: boolean, gaps: readonly string[]): 'idle' | 'contradicted' | 'open' | 'proved' {
  if (!asked) return 'idle'
  if (gaps.includes('contradicted')) return 'contradicted'
  return gaps.length > 0 ? 'open' : 'proved'
}

import { digestOf } from '@lianban/kernel/digest'
import { type CitedEvidence, citedEvidence, onPaperOf } from '../evidence/index.ts'
import { ledgerOf, summedUp } from '../goods/index.ts'
import type { Reader } from './reader.ts'

/** Items of evidence, and the lists that they were seized by with the goods on them, as far as the reader knows of them. */
export async function shownOfEvidence(
  reader: Reader,
  asked: { readonly items: readonly string[]; readonly lists: readonly string[] },
) {
  const cited = await citedEvidence(reader, [...new Set([...asked.items, ...asked.lists])])
  const known = new Map(cited.map((one) => [one.item.id as string, one]))
  const of = (ids: readonly string[]) => [...new Set(ids)].flatMap((id) => known.get(id) ?? [])
  const lists = []
  for (const one of of(asked.lists)) lists.push(await listOf(reader, one))
  return [...of(asked.items).map(itemOf), ...lists]
}

const named = ({ ofCase: { id, number } }: CitedEvidence) => ({ id, number })

const itemOf = (cited: CitedEvidence) => ({
  ...cited.summary,
  state: 'shown' as const,
  kind: 'evidence' as const,
  recordId: cited.item.id as string,
  evidenceKind: cited.summary.kind,
  case: named(cited),
  digest: cited.digest,
})

async function listOf(reader: Reader, cited: CitedEvidence) {
  const items = await onPaperOf(reader, cited)
  const ledger = await ledgerOf(
    reader.tx,
    items.map(({ item }) => item.id),
  )
  const counted = ledger.filter(({ struck }) => !struck)
  const { agency, paper } = cited.summary
  return {
    state: 'shown' as const,
    kind: 'seizure' as const,
    recordId: cited.item.id as string,
    case: named(cited),
    agency,
    paper,
    items: items.map(({ summary: { id, number, name, quantity, holder, collectedUntil } }) => ({
      ...{ id, number, name, quantity, holder, collectedUntil },
      goods: counted
        .filter(({ itemId }) => itemId === id)
        .map(({ nth, brand, specification, goods, category, quantity: count, price, pricePer, worth, note }) => ({
          ...{ nth, brand, specification, goods, category, quantity: count, price, pricePer, worth, note },
        })),
    })),
    ...summedUp(counted),
    digest: digestOf({
      items: items.map(({ digest }) => digest),
      goods: counted.map(({ recordedAt: _at, agencyId: _by, struck: _struck, worth: _worth, ...line }) => line),
    }),
  }
}

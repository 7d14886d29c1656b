import type { Tx } from '@lianban/db'
import { conversionOf, kindWords } from '@lianban/law'
import { agencyCards } from '../agencies/index.ts'
import { lastCompared } from '../attachments/index.ts'
import type { CaseRow } from '../cases/index.ts'
import { type CustodyEvent, custodyOf } from '../custody/index.ts'
import type { Hub } from '../hub.ts'
import type { EvidenceItem } from './evidence-item.ts'
import { assessed } from './facts.ts'
import { conversionsOf, curesOf } from './store.ts'

type Given = { readonly tx: Tx; readonly hub: Hub; readonly ofCase: CaseRow }

/** Items with what their checklists come to, whether their chains hold, and whether they wait to be converted. */
export async function evidenceSummaries({ tx, hub, ofCase }: Given, items: readonly EvidenceItem[]) {
  const ids = items.map(({ id }) => id)
  const events = await custodyOf(tx, ids)
  const cures = Map.groupBy(await curesOf(tx, ids), ({ itemId }) => itemId)
  const files = await lastCompared(tx, ids)
  const converted = new Map((await conversionsOf(tx, ids)).map((one) => [one.itemId, one]))
  const agencies = await agencyCards(
    tx,
    items.flatMap(({ agencyId, holderAgencyId, pendingAgencyId, titleAgencyId }) => [
      agencyId,
      holderAgencyId,
      titleAgencyId,
      ...(pendingAgencyId ? [pendingAgencyId] : []),
    ]),
  )
  return items.map((item) => {
    const agency = agencies.get(item.agencyId)!
    const cured = (cures.get(item.id) ?? []).map(({ line }) => line)
    const own: readonly CustodyEvent[] = events.get(item.id) ?? []
    const { lines, chain, admissibility } = assessed(hub.law, item, {
      agencyKind: agency.kind,
      region: ofCase.region,
      events: own,
      cured,
      files: files.get(item.id) ?? [],
    })
    const { id, number, name, kind, proceeding, origin, parentId, collectedUntil, dimension, amount } = item
    const words = item.instrument && hub.law.powers.instruments[item.instrument]
    return {
      id,
      number,
      name,
      kind,
      kindWords: kindWords(hub.law, kind, proceeding),
      proceeding,
      origin,
      parentId,
      collectedUntil,
      /** By what paper it came. */
      paper: words ? { words, number: item.instrumentNumber } : null,
      quantity: dimension === null ? null : { dimension, amount: amount! },
      agency,
      holder: { agency: agencies.get(item.holderAgencyId)!, name: item.holderName },
      pending: item.pendingAgencyId ? agencies.get(item.pendingAgencyId)! : null,
      title: agencies.get(item.titleAgencyId)!,
      admissibility,
      failed: lines.filter((line) => line.outcome === 'failed' && !cured.includes(line.id)).length,
      open: lines.filter((line) => line.outcome === 'open').length,
      breaks: chain.breaks.length,
      conversion:
        converted.get(id)?.decision ?? (needsConverting(item, ofCase) ? conversionOf(hub.law, kind).id : null),
      isConverted: converted.has(id),
    }
  })
}

/** What an agency of administrative proceedings collected, once another agency leads the case. */
export const needsConverting = (
  { agencyId, proceeding }: Pick<EvidenceItem, 'agencyId' | 'proceeding'>,
  { leadAgencyId, stage }: Pick<CaseRow, 'leadAgencyId' | 'stage'>,
): boolean => stage === 'transferred' && proceeding === 'administrative' && agencyId !== leadAgencyId

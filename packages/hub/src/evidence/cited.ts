import type { Tx } from '@lianban/db'
import type { EvidenceId } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { type CaseRow, casesByIds } from '../cases/index.ts'
import type { Hub } from '../hub.ts'
import { standingIn } from '../standing/index.ts'
import { evidenceDigest } from './digest.ts'
import type { EvidenceItem, EvidenceRow } from './evidence-item.ts'
import { itemsByIds, itemsOfCase } from './store.ts'
import { evidenceSummaries } from './summaries.ts'

type Reading = { readonly hub: Hub; readonly tx: Tx; readonly officer: Officer }

/** Items as a dossier cites them, as far as whoever reads may know of them: each with its case and the digest of what is on record. */
export async function citedEvidence(reading: Reading, ids: readonly string[]) {
  const items = await itemsByIds(reading.tx, ids as EvidenceId[])
  const ofCases = await casesByIds(
    reading.tx,
    items.map(({ caseId }) => caseId),
  )
  const cited = []
  for (const [caseId, found] of Map.groupBy(items, (item) => item.caseId)) {
    const ofCase = ofCases.get(caseId)
    if (ofCase) cited.push(...(await told(reading, ofCase, found)))
  }
  return cited
}
export type CitedEvidence = Awaited<ReturnType<typeof citedEvidence>>[number]

/** The items that came by the paper that this one came by, in their order; one that came by none stands alone. */
export async function onPaperOf(reading: Reading, { ofCase, item }: CitedEvidence): Promise<CitedEvidence[]> {
  const all = await itemsOfCase(reading.tx, ofCase.id)
  const { instrument, instrumentNumber, id } = item
  return told(
    reading,
    ofCase,
    all.filter((one) =>
      instrument ? one.instrument === instrument && one.instrumentNumber === instrumentNumber : one.id === id,
    ),
  )
}

async function told({ hub, tx, officer }: Reading, ofCase: CaseRow, items: readonly EvidenceItem[]) {
  const standing = standingIn(ofCase)
  const open = items.filter((item) => {
    const row: EvidenceRow = { ...item, ofCase, standing }
    return hub.policy.allows(officer, 'read', 'EvidenceItem', row)
  })
  const summaries = await evidenceSummaries({ tx, hub, ofCase }, open)
  return summaries.map((summary, place) => {
    const item = open[place]!
    return { ofCase, item, summary, digest: evidenceDigest(item) }
  })
}

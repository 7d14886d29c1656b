import { digestOf } from '@lianban/kernel/digest'
import type { EvidenceItem } from './evidence-item.ts'

/** What is on record of an item, as one digest: the same until somebody puts it right, wherever the thing itself lies. */
export const evidenceDigest = (item: EvidenceItem): string => {
  const { id, caseId, number, kind, proceeding, name, description, origin, parentId, instrument, instrumentNumber } =
    item
  const { collectedFrom, collectedUntil, place, source, collectors, dimension, amount, facts, agencyId } = item
  const times = { collectedFrom: collectedFrom.toISOString(), collectedUntil: collectedUntil.toISOString() }
  const what = {
    id,
    caseId,
    number,
    kind,
    proceeding,
    name,
    description,
    origin,
    parentId,
    instrument,
    instrumentNumber,
  }
  return digestOf({ ...what, ...times, place, source, collectors, dimension, amount, facts, agencyId })
}

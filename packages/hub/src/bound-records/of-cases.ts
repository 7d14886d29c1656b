import { type CaseRow, casesByIds, eventsByIds, figuresByIds, hiddenInCase } from '../cases/index.ts'
import type { Reader } from './reader.ts'

/** Events and figures, as far as their case is open to the reader and the reader's standing shows them. */
export async function shownOfCases(
  { hub, tx, officer, now }: Reader,
  asked: { readonly events: readonly string[]; readonly figures: readonly string[] },
) {
  const events = asked.events.length ? await eventsByIds(tx, asked.events) : []
  const figures = asked.figures.length ? await figuresByIds(tx, asked.figures) : []
  const cases = await casesByIds(
    tx,
    [...events, ...figures].map(({ caseId }) => caseId),
  )
  const openFor = (field: string, { caseId }: { readonly caseId: CaseRow['id'] }): CaseRow | undefined => {
    const row = cases.get(caseId)
    if (!row || !hub.policy.allows(officer, 'read', 'Case', row)) return undefined
    return hiddenInCase({ hub, officer, now }, row).includes(field) ? undefined : row
  }
  const named = ({ id, number }: CaseRow) => ({ id, number })
  return [
    ...events.flatMap((event) => {
      const ofCase = openFor('events', event)
      if (!ofCase) return []
      const { id: recordId, kind: eventKind, happenedOn, what, source } = event
      const told = { eventKind, happenedOn, what, source, case: named(ofCase) }
      return [{ state: 'shown' as const, kind: 'event' as const, recordId, ...told }]
    }),
    ...figures.flatMap((figure) => {
      const ofCase = openFor('figures', figure)
      if (!ofCase) return []
      const { id, measure, what, amount, unit, isApproximate, asWritten, source } = figure
      const value = { measure, what, amount, unit, isApproximate, asWritten, source, case: named(ofCase) }
      return [{ state: 'shown' as const, kind: 'figure' as const, recordId: id as string, ...value }]
    }),
  ]
}

import type { Tx } from '@lianban/db'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { PageInput, pageOf } from '../page.ts'
import { list } from '../query.ts'
import type { Clue } from './clue.ts'
import { pageOfClues } from './store.ts'
import { verdictsOf, wantedVerdicts } from './verdict.ts'

/** A clue as a list shows it: nothing that a grant could withhold. */
export async function clueSummaries(tx: Tx, rows: readonly Clue[]) {
  const cards = await agencyCards(
    tx,
    rows.map((row) => row.ownerAgencyId),
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    kind: row.kind,
    source: row.source,
    reportedOn: row.reportedOn,
    label: row.label,
    handlingCode: row.handlingCode,
    region: row.region,
    place: row.place,
    state: row.state,
    ownerAgency: cards.get(row.ownerAgencyId)!,
    recordedAt: row.recordedAt,
  }))
}

/** The clues the officer may read, newest first, with the exact number of them and what the agencies found of each. */
export const listClues = list({
  name: 'clue.list',
  input: PageInput.extend({ verdict: z.enum(wantedVerdicts).optional() }),
  async run({ input, officer, tx, hub }) {
    const { rows, total } = await pageOfClues(tx, hub.policy.visible(officer, 'read', 'Clue'), input)
    const { shown, nextCursor } = pageOf(rows, input, (row) => row.recordedAt)
    const found = await verdictsOf(
      tx,
      shown.map((row) => row.id),
    )
    const items = (await clueSummaries(tx, shown)).map((clue) => ({ ...clue, verdicts: found.get(clue.id) ?? [] }))
    return { items, total, nextCursor }
  },
})

import type { Tx } from '@lianban/db'
import { agencyCards } from '../agencies/index.ts'
import { PageInput, pageOf } from '../page.ts'
import { list } from '../query.ts'
import type { Case } from './case.ts'
import { pageOfCases } from './store.ts'

/** A case as a list shows it: nothing that a grant could withhold. */
export async function caseSummaries(tx: Tx, rows: readonly Case[]) {
  const cards = await agencyCards(
    tx,
    rows.flatMap((row) => [row.ownerAgencyId, row.leadAgencyId]),
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    charge: row.charge,
    stage: row.stage,
    label: row.label,
    handlingCode: row.handlingCode,
    region: row.region,
    openedOn: row.openedOn,
    ownerAgency: cards.get(row.ownerAgencyId)!,
    leadAgency: cards.get(row.leadAgencyId)!,
    openedAt: row.openedAt,
  }))
}

/** The cases the officer may read, newest first, with the exact number of them. */
export const listCases = list({
  name: 'case.list',
  input: PageInput,
  async run({ input, officer, tx, hub }) {
    const { rows, total } = await pageOfCases(tx, hub.policy.visible(officer, 'read', 'Case'), input)
    const { shown, nextCursor } = pageOf(rows, input, (row) => row.openedAt)
    return { items: await caseSummaries(tx, shown), total, nextCursor }
  },
})

import { eq, inArray } from 'drizzle-orm'
import { agencyCards } from '../agencies/index.ts'
import { clues, cluesWhere } from '../clues/index.ts'
import type { TaskSource } from '../desk-task.ts'
import { consentsWhere, isUndecided } from './store.ts'
import { consents } from './table.ts'

/** Questions about quotations of the agency's clues that wait for an answer. */
export const consentTasks: TaskSource = async ({ officer, tx, hub }) => {
  const waiting = await consentsWhere(tx, eq(consents.ownerAgencyId, officer.agencyId), isUndecided)
  if (!waiting.length) return []
  const ours = await cluesWhere(
    tx,
    hub.policy.filter(officer, 'consent', 'Clue'),
    inArray(
      clues.id,
      waiting.map(({ consent }) => consent.clueId),
    ),
  )
  const agencies = await agencyCards(
    tx,
    waiting.map(({ consent }) => consent.agencyId),
  )
  return waiting.flatMap(({ consent }) => {
    const clue = ours.find(({ id }) => id === consent.clueId)
    if (!clue) return []
    const { shortZh, shortEn } = agencies.get(consent.agencyId)!
    return [
      {
        kind: 'quotation.consent' as const,
        id: consent.id,
        title: {
          zh: `${shortZh}征求使用线索引用的同意`,
          en: `${shortEn} asks for consent to use a quotation`,
        },
        note: { zh: clue.number, en: clue.number },
        at: consent.askedAt,
        dueAt: null,
        href: `/clues/${clue.id}#consents`,
      },
    ]
  })
}

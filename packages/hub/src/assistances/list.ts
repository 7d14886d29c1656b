import { AssistanceLetterId, CaseId } from '@lianban/kernel'
import { type AssistanceMove, assistanceMoves } from '@lianban/law'
import { and, eq, or } from 'drizzle-orm'
import { z } from 'zod'
import { PageInput, pageOf } from '../page.ts'
import { list } from '../query.ts'
import type { AssistanceRow } from './assistance.ts'
import { assistancesWhere, pressingAssistances } from './store.ts'
import { assistanceSummaries } from './summaries.ts'
import { assistances, isWaiting } from './table.ts'

const boxes = ['desk', 'received', 'sent', 'above', 'case', 'letter'] as const

/** The duty desk by the nearest end, what came and what went, what climbed to us, and what was asked on one case or by one letter. */
export const listAssistances = list({
  name: 'assistance.list',
  input: PageInput.omit({ q: true }).extend({
    box: z.enum(boxes),
    caseId: CaseId.optional(),
    letterId: AssistanceLetterId.optional(),
  }),
  async run({ input, officer, tx, hub }) {
    const mine = officer.agencyId
    const of: Record<(typeof boxes)[number], ReturnType<typeof and>> = {
      desk: and(eq(assistances.toAgencyId, mine), isWaiting),
      received: eq(assistances.toAgencyId, mine),
      sent: eq(assistances.fromAgencyId, mine),
      above: or(eq(assistances.overseerAgencyId, mine), eq(assistances.superiorAgencyId, mine)),
      case: input.caseId && and(eq(assistances.caseId, input.caseId), eq(assistances.fromAgencyId, mine)),
      letter: input.letterId && eq(assistances.letterId, input.letterId),
    }
    const wanted = of[input.box]
    if (!wanted) return { items: [], nextCursor: null }
    const filter = and(hub.policy.filter(officer, 'read', 'Assistance'), wanted)
    const isDesk = input.box === 'desk'
    const rows = await (isDesk ? pressingAssistances : assistancesWhere)(tx, filter, input)
    const { shown, nextCursor } = pageOf(rows, input, (row: AssistanceRow) => (isDesk ? row.rankedAt : row.askedAt))
    const told = await assistanceSummaries({ tx, hub, officer }, shown)
    const items = told.map((one, i) => {
      const open = isDesk ? assistanceMoves(hub.law, { standing: one.standing, taken: [] }) : []
      const next = open.find(({ deed, asks, once }) => {
        const isPlain = !asks.length && !once
        return isPlain && hub.policy.allows(officer, deed, 'Assistance', shown[i]!)
      })
      return { ...one, next: next ? stepTold(next) : null }
    })
    return { items, nextCursor }
  },
})

/** A step that can be taken at once, without another word. */
const stepTold = ({ id, deed, words }: AssistanceMove) => ({ move: id, deed, words })

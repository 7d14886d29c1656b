import { AgencyId, type AssistanceId, type AssistanceLetterId, CaseId, newId } from '@lianban/kernel'
import { digestOf } from '@lianban/kernel/digest'
import { z } from 'zod'
import { findAgency } from '../agencies/index.ts'
import { findCase } from '../cases/index.ts'
import { command } from '../command.ts'
import { assertAskable, laneFor } from './askable.ts'
import type { Letter } from './assistance.ts'
import { keepLetterDigests } from './letter-digests.ts'
import { asReceipt } from './receipt.ts'
import { refusals } from './refusals.ts'
import { insertAssistance, insertLetter } from './store.ts'
import { terms } from './terms.ts'

/** A handler asks one or more agencies for assistance on the case; it goes when whoever may has let it go. */
export const askAssistance = command({
  name: 'case.askAssistance',
  on: 'Case',
  input: z.object({ caseId: CaseId, receivers: z.array(AgencyId).min(1).max(40), ...terms }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input: { caseId, receivers, ...asked }, officer, tx, now, hub: { law, blindKey } }) {
    const from = { id: officer.agencyId, kind: officer.agencyKind, region: officer.region }
    const to = []
    for (const id of new Set(receivers)) {
      if (id === officer.agencyId) throw refusals.toOneself()
      const agency = await findAgency(tx, { id })
      assertAskable(law, { asked, from, to: agency })
      to.push(agency)
    }
    const { days = null, lane = null, ...held } = { ...asked, lane: asked.lane ?? null, days: asked.days ?? null }
    const frozen = { ...held, days, lane, caseId, fromAgencyId: officer.agencyId, askedBy: officer.id }
    const letter: Letter = { ...frozen, id: newId<AssistanceLetterId>(), digest: digestOf(frozen), askedAt: now }
    await insertLetter(tx, letter)
    const assistanceIds: AssistanceId[] = []
    for (const agency of to) {
      const id = newId<AssistanceId>()
      const row = {
        ...{ id, letterId: letter.id, number: letter.number, caseId, kind: asked.kind, urgency: asked.urgency, lane },
        fromAgencyId: officer.agencyId,
        toAgencyId: agency.id,
        approval: laneFor(law, { asked, from, to: agency })?.approval ?? ('leader' as const),
        ...{ overseerAgencyId: null, superiorAgencyId: null, claimedBy: null, assignedTo: null, unit: '' },
        ...{ state: 'drafted' as const, standing: law.assistance.starts, askedAt: now, rankedAt: now, version: 1 },
        ...{ sentAt: null, firstAnsweredAt: null, repliedAt: null, dueAt: null, isPaused: false, climbsAt: null },
      }
      await insertAssistance(tx, row, asReceipt(row, { move: 'ask', officer, now, before: letter.digest }))
      assistanceIds.push(id)
    }
    await keepLetterDigests(tx, blindKey, [letter])
    return { letterId: letter.id, assistanceIds }
  },
  facts: ({ input, output }) => ({ number: input.number, kind: input.kind, count: output.assistanceIds.length }),
})

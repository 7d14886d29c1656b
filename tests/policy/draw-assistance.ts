import { type AssistanceId, type AssistanceLetterId, newId } from '@lianban/kernel'
import { assistanceStates } from '@lianban/law'
import { eq } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import {
  assistanceChecks,
  assistanceHits,
  assistanceLetters,
  assistanceReceipts,
  assistances,
  evidenceReplies,
  letterDigests,
} from '../../packages/hub/src/assistances/table.ts'
import { cases } from '../../packages/hub/src/cases/table.ts'
import { evidenceItems } from '../../packages/hub/src/evidence/table.ts'
import type { Joiner } from './joint-agencies.ts'
import { handlerOf } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

const beside = (ms: number): Date => new Date(noon.getTime() + ms)
const digest = '0'.repeat(64)

/** Requests on many a case, in every state, some past their limit, with one above who was asked and one who decides. */
export async function drawAssistance({
  owner,
  lots,
  joiners,
}: Omit<Draw, 'owner'> & { owner: NodePgDatabase }): Promise<void> {
  const { beijing, baoan, shunyi, police, procuratorate } = joiners
  const sides = [beijing, baoan, shunyi, police]
  for (const ofCase of await owner.select().from(cases).limit(80)) {
    const asking = sides.find(({ id }) => id === ofCase.ownerAgencyId)
    if (!asking) continue
    const asked = lots.oneOf(sides.filter((one) => one !== asking))
    const state = lots.oneOf(assistanceStates)
    const letterId = newId<AssistanceLetterId>()
    const id = newId<AssistanceId>()
    const told = { kind: 'watch', urgency: 'days_7', lane: null }
    await owner.insert(assistanceLetters).values({
      ...{ ...told, id: letterId, number: id, caseId: ofCase.id, fromAgencyId: asking.id, askedBy: handlerOf(asking) },
      ...{ proceeding: 'administrative' as const, urgencyReason: '', legalBasis: '', facts: '', questions: '' },
      ...{ replyForm: '', contact: '', targets: [], papers: [], digest, askedAt: noon },
    })
    await owner.transaction(async (tx) => {
      await tx.insert(assistances).values({
        ...{ ...told, id, letterId, number: id, caseId: ofCase.id, fromAgencyId: asking.id, toAgencyId: asked.id },
        approval: lots.oneOf(['leader', 'desk'] as const),
        overseerAgencyId: maybe(
          lots,
          [beijing, baoan, shunyi].filter((one) => one !== asking),
        ),
        superiorAgencyId: maybe(
          lots,
          [shunyi, police, procuratorate].filter((one) => one !== asking),
        ),
        climbsAt: lots.oneOf([null, beside(-1), beside(0), beside(1)]),
        ...{ state, standing: 'drawn', askedAt: noon, rankedAt: noon },
      })
      await tx.insert(letterDigests).values({ keyId: '0'.repeat(16), digest: Buffer.alloc(32), letterId })
      await tx.insert(assistanceChecks).values({ assistanceId: id, version: 1, agencyId: asked.id, checkedAt: noon })
      await tx.insert(assistanceHits).values({
        ...{
          assistanceId: id,
          recordKind: 'Case' as const,
          recordId: ofCase.id,
          keyId: '0'.repeat(16),
          digest: Buffer.alloc(32),
        },
        ...{ foundIn: 'openly' as const, agencyId: asked.id, foundAt: noon },
      })
      await tx.insert(assistanceReceipts).values({
        ...{ id: newId(), assistanceId: id, version: 1, move: 'ask', standing: 'drawn', officerId: handlerOf(asking) },
        ...{ agencyId: asking.id, note: '', digest, givenAt: noon },
      })
      const [item] = await tx.select().from(evidenceItems).where(eq(evidenceItems.caseId, ofCase.id))
      if (item)
        await tx.insert(evidenceReplies).values({
          ...{ itemId: item.id, caseId: ofCase.id, agencyId: item.agencyId, assistanceId: id, version: 1, number: id },
          ...{ repliedAgencyId: asked.id, repliedBy: handlerOf(asked), repliedAt: noon, digest, items: [] },
        })
    })
  }
}

const maybe = (lots: Draw['lots'], from: readonly Joiner[]) => (lots.isDrawn(0.5) ? lots.oneOf(from).id : null)

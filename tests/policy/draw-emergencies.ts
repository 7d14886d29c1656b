import { newId } from '@lianban/kernel'
import { and, asc, eq, notInArray } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { cases } from '../../packages/hub/src/cases/table.ts'
import { emergencies, emergencyReviews } from '../../packages/hub/src/emergencies/table.ts'
import { grants } from '../../packages/hub/src/grants/table.ts'
import { handlerOf } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

const later = new Date(noon.getTime() + 1)

/** Officers of every role broke the glass before records of Beijing, Shunyi and the police; some reviews are written. */
export async function drawEmergencies({
  owner,
  lots,
  joiners,
  agreementIds,
}: Omit<Draw, 'owner'> & { owner: NodePgDatabase }): Promise<void> {
  const { beijing, shunyi, police } = joiners
  for (const asking of [beijing, shunyi, police])
    for (const officer of asking.officers) {
      const from = lots.oneOf([beijing, shunyi, police].filter((one) => one !== asking))
      const id = newId<(typeof emergencies.$inferInsert)['id']>()
      const granted = owner.select({ id: grants.recordId }).from(grants).where(eq(grants.granteeOfficerId, officer.id))
      const closed = await owner
        .select({ id: cases.id, at: cases.openedAt })
        .from(cases)
        .where(and(eq(cases.ownerAgencyId, from.id), notInArray(cases.id, granted)))
        .orderBy(asc(cases.openedAt), asc(cases.id))
        .limit(5)
      const record = closed.length ? lots.oneOf(closed) : undefined
      if (!record) continue
      const opened = { recordKind: 'Case' as const, recordId: record.id, ownerAgencyId: from.id }
      await owner.insert(grants).values({
        ...opened,
        id,
        recordAt: record.at,
        granteeAgencyId: asking.id,
        granteeOfficerId: officer.id,
        origin: 'emergency',
        level: 'view',
        withheldFields: [],
        purpose: '目的',
        legalBasis: '依据',
        agreementId: lots.oneOf(agreementIds),
        allowsOnward: false,
        expiresAt: later,
        state: 'live',
        givenBy: officer.id,
        givenAt: noon,
      })
      await owner.insert(emergencies).values({
        ...opened,
        id,
        officerId: officer.id,
        agencyId: asking.id,
        reason: '理由',
        openedAt: noon,
        endsAt: later,
      })
      for (const [side, reviewing] of [['owner', from] as const, ['own', asking] as const]) {
        const written = {
          outcome: 'justified' as const,
          note: '结论',
          reviewedBy: handlerOf(reviewing),
          reviewedAt: noon,
        }
        const owed = { emergencyId: id, side, agencyId: reviewing.id, dueAt: later }
        await owner.insert(emergencyReviews).values(lots.isDrawn(0.5) ? { ...owed, ...written } : owed)
      }
    }
}

import { type GrantId, newId } from '@lianban/kernel'
import { levels } from '../../packages/hub/src/classification.ts'
import { grants } from '../../packages/hub/src/grants/table.ts'
import { handlerOf, type Joiner } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

const after = (ms: number): Date => new Date(noon.getTime() + ms)
const ended = [after(-1), after(0)]
const either = [...ended, after(1), after(1), after(86_400_000), after(86_400_000)]

const over = ['proposed', 'recalled', 'declined'] as const

type Shared = Pick<typeof grants.$inferInsert, 'recordKind' | 'recordId'> & { readonly giver: Joiner }

/**
 * Grants on one record at any level, to the millisecond before, at and after noon, to agencies and to officers of them.
 * A grantee has at most one that is live and one that is proposed, as the keys demand.
 */
export async function drawGrants({ owner, lots, joiners, agreementIds, at }: Draw, shared: Shared): Promise<void> {
  const { giver, ...record } = shared
  const { beijing, baoan, police, procuratorate, late } = joiners
  const grantees = lots.some([beijing, baoan, police, procuratorate, late].filter((joiner) => joiner !== giver))
  const drawn = grantees.flatMap((grantee) => [
    ...(lots.isDrawn(0.4) ? [{ grantee, officerId: null, state: lots.oneOf(over) }] : []),
    ...(lots.isDrawn(0.6) ? [{ grantee, officerId: null, state: 'live' as const }] : []),
    ...(lots.isDrawn(0.3) ? [{ grantee, officerId: lots.oneOf(grantee.officers).id, state: 'live' as const }] : []),
  ])
  if (!drawn.length) return
  await owner.insert(grants).values(
    drawn.map(({ grantee, officerId, state }) => ({
      ...record,
      id: newId<GrantId>(),
      recordAt: at,
      ownerAgencyId: giver.id,
      granteeAgencyId: grantee.id,
      granteeOfficerId: officerId,
      level: lots.oneOf(levels),
      withheldFields: lots.isDrawn(0.3) ? ['clues'] : [],
      purpose: '目的',
      legalBasis: '依据',
      agreementId: lots.oneOf(agreementIds),
      allowsOnward: lots.isDrawn(0.5),
      expiresAt: lots.oneOf(grantee === late && state === 'live' ? ended : either),
      state,
      givenBy: handlerOf(giver),
      givenAt: noon,
    })),
  )
}

import { type GrantId, newId } from '@lianban/kernel'
import { levels } from '../../packages/hub/src/classification.ts'
import { grants } from '../../packages/hub/src/grants/table.ts'
import { handlerOf, type Joiner } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

const after = (ms: number): Date => new Date(noon.getTime() + ms)
const over = [after(-1), after(0)]
const either = [...over, after(1), after(1), after(86_400_000), after(86_400_000)]

type Shared = Pick<typeof grants.$inferInsert, 'recordKind' | 'recordId'> & { readonly giver: Joiner }

/**
 * Grants on one record at any level, to the millisecond before, at and after noon. An agency has at most one that is not
 * recalled, as the key demands.
 */
export async function drawGrants({ owner, lots, joiners, agreementIds }: Draw, shared: Shared): Promise<void> {
  const { giver, ...record } = shared
  const { beijing, baoan, police, procuratorate, late } = joiners
  const grantees = lots.some([beijing, baoan, police, procuratorate, late].filter((joiner) => joiner !== giver))
  const drawn = grantees.flatMap((grantee) => [
    ...(lots.isDrawn(0.4) ? [{ grantee, state: 'recalled' as const }] : []),
    ...(lots.isDrawn(0.75) ? [{ grantee, state: 'live' as const }] : []),
  ])
  if (!drawn.length) return
  await owner.insert(grants).values(
    drawn.map(({ grantee, state }) => ({
      ...record,
      id: newId<GrantId>(),
      recordAt: noon,
      ownerAgencyId: giver.id,
      granteeAgencyId: grantee.id,
      level: lots.oneOf(levels),
      withheldFields: lots.isDrawn(0.3) ? ['clues'] : [],
      purpose: '目的',
      legalBasis: '依据',
      agreementId: lots.oneOf(agreementIds),
      allowsOnward: lots.isDrawn(0.5),
      expiresAt: lots.oneOf(grantee === late && state === 'live' ? over : either),
      state,
      givenBy: handlerOf(giver),
      givenAt: noon,
    })),
  )
}

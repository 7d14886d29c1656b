import type { Role } from '@lianban/identity'
import { newId, type OfficerChangeId, OfficerId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { operatorId } from '../agencies/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { type OfficerChange, rolesIn, touchesOffice } from './officer-change.ts'
import { assertRolesFit, Roles } from './propose-entry.ts'
import { nothingChanges } from './refusals.ts'
import { findRegistered, insertChange } from './store.ts'

const Wanted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('roles'), roles: Roles }),
  z.strictObject({ kind: z.literal('suspension') }),
  z.strictObject({ kind: z.literal('reinstatement') }),
])

/** An administrator proposes other roles for an officer, or that he or she is suspended or comes back. */
export const proposeChange = command({
  name: 'officer.proposeChange',
  on: 'OfficerChange',
  action: 'propose',
  input: z.object({
    officerId: OfficerId,
    expectedVersion: z.int().positive(),
    wanted: Wanted,
    reason: line(200),
  }),
  subject: async ({ input, officer, tx, now }): Promise<OfficerChange> => {
    const { officer: concerned } = await findRegistered(tx, input.officerId)
    const { id: officerId, agencyId, version, subject, postZh, postEn, roles: formerRoles } = concerned
    const roles = input.wanted.kind === 'roles' ? [...new Set(input.wanted.roles)] : formerRoles
    const lines = [{ officerId, subject, postZh, postEn, roles, formerRoles }]
    return {
      id: newId<OfficerChangeId>(),
      operatorId: await operatorId(tx),
      agencyId,
      kind: input.wanted.kind,
      concernsId: officerId,
      officerVersion: version,
      touchesOffice: touchesOffice(lines),
      lines,
      reason: input.reason,
      proposedBy: officer.id,
      proposedAt: now,
      state: 'proposed',
      decidedBy: null,
      decidedAt: null,
      note: null,
    }
  },
  async run({ input, subject: change, tx }) {
    const { officer: concerned } = await findRegistered(tx, input.officerId)
    if (concerned.version !== input.expectedVersion)
      throw stale({ expected: input.expectedVersion, found: concerned.version })
    const [line] = change.lines
    if (!isOther(change.kind, line!.roles, concerned)) throw nothingChanges()
    assertRolesFit(line!.roles, change)
    await insertChange(tx, change)
    return { changeId: change.id }
  },
  facts: ({ subject: { agencyId, kind, lines } }) => ({
    agency: agencyId,
    change: kind,
    officer: lines[0]!.officerId,
    roles: rolesIn(lines),
  }),
})

function isOther(
  kind: OfficerChange['kind'],
  roles: readonly Role[],
  now: { readonly state: 'active' | 'suspended'; readonly roles: readonly Role[] },
): boolean {
  if (kind === 'suspension') return now.state === 'active'
  if (kind === 'reinstatement') return now.state === 'suspended'
  return roles.toSorted().join() !== now.roles.toSorted().join()
}

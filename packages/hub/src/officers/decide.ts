import type { Tx } from '@lianban/db'
import { OfficerChangeId } from '@lianban/kernel'
import type { Policy } from '@lianban/policy'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { insertOfficer } from '../agencies/index.ts'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { underDuty } from '../duty.ts'
import { type OfficerChange, rolesIn } from './officer-change.ts'
import { alreadyDecided, officerChanged, proposerGone } from './refusals.ts'
import { changeOfficer, findRegistered, lockChange, lockOfficers, saveDecision } from './store.ts'

type Decided = { readonly state: 'approved' | 'declined' | 'withdrawn' }

const about = ({ changeId }: { changeId: OfficerChangeId }) => changeId
const facts = ({ subject: change }: { subject: OfficerChange }) => ({
  agency: change.agencyId,
  change: change.kind,
  proposer: change.proposedBy,
  officers: change.lines.length,
  roles: rolesIn(change.lines),
  ...(change.kind !== 'entry' && { officer: change.concernsId }),
})

/** The second office agrees: from here the roles hold, and open pages of the officers concerned learn it at once. */
export const approveOfficerChange = command({
  name: 'officer.approve',
  on: 'OfficerChange',
  action: 'approve',
  input: z.object({ changeId: OfficerChangeId }),
  about,
  subject: ({ tx, input }) => lockChange(tx, input.changeId),
  async run({ subject: change, officer, tx, now, hub }): Promise<Decided> {
    if (change.state !== 'proposed') throw alreadyDecided()
    await lockOfficers(tx, [change.proposedBy, ...change.lines.map(({ officerId }) => officerId)])
    await assertProposerStillMay(tx, hub.policy, change)
    await saveDecision(tx, change.id, { state: 'approved', decidedBy: officer.id, decidedAt: now, note: null })
    await carryOut(tx, change, now)
    return { state: 'approved' }
  },
  facts,
})

/** The second office says no, and why. */
export const declineOfficerChange = command({
  name: 'officer.decline',
  on: 'OfficerChange',
  action: 'decline',
  input: z.object({ changeId: OfficerChangeId, note: line(200) }),
  about,
  subject: ({ tx, input }) => lockChange(tx, input.changeId),
  async run({ input, subject: change, officer, tx, now }): Promise<Decided> {
    if (change.state !== 'proposed') throw alreadyDecided()
    const decision = { state: 'declined', decidedBy: officer.id, decidedAt: now, note: input.note } as const
    await saveDecision(tx, change.id, decision)
    return { state: 'declined' }
  },
  facts,
})

/** Whoever proposed it takes it back. */
export const withdrawOfficerChange = command({
  name: 'officer.withdraw',
  on: 'OfficerChange',
  action: 'withdraw',
  input: z.object({ changeId: OfficerChangeId, note: text(200) }),
  about,
  subject: ({ tx, input }) => lockChange(tx, input.changeId),
  async run({ input, subject: change, officer, tx, now }): Promise<Decided> {
    if (change.state !== 'proposed') throw alreadyDecided()
    const decision = { state: 'withdrawn', decidedBy: officer.id, decidedAt: now, note: input.note } as const
    await saveDecision(tx, change.id, decision)
    return { state: 'withdrawn' }
  },
  facts,
})

/** Asked of the rules again: the proposer may have been moved or suspended since. */
async function assertProposerStillMay(tx: Tx, policy: Policy, change: OfficerChange): Promise<void> {
  const { officer, agency } = await findRegistered(tx, change.proposedBy)
  const proposer = { ...officer, agencyKind: agency.kind, region: agency.region }
  if (officer.state !== 'active' || !policy.allows(proposer, 'propose', 'OfficerChange', change)) throw proposerGone()
}

async function carryOut(tx: Tx, change: OfficerChange, now: Date): Promise<void> {
  for (const { officerId, subject, postZh, postEn, roles } of change.lines) {
    if (change.kind !== 'entry') {
      const { officer } = await findRegistered(tx, officerId)
      if (officer.version !== change.officerVersion) throw officerChanged()
    }
    await underDuty(tx, 'registration', () => {
      const { agencyId } = change
      const held = { roles: [...roles] }
      if (change.kind === 'entry')
        return insertOfficer(tx, {
          ...held,
          id: officerId,
          agencyId,
          subject,
          postZh,
          postEn,
          state: 'active',
          registeredAt: now,
        })
      if (change.kind === 'roles') return changeOfficer(tx, officerId, held)
      return changeOfficer(tx, officerId, { state: change.kind === 'suspension' ? 'suspended' : 'active' })
    })
    await tellAccessChanged(tx, { kind: 'Officer', id: officerId })
  }
}

import type { Tx } from '@lianban/db'
import { SaltDestructionId } from '@lianban/kernel'
import type { Policy } from '@lianban/policy'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { lockKeeping } from '../holds/index.ts'
import { findRegistered } from '../officers/index.ts'
import type { SaltDestruction } from './destruction.ts'
import { movedOn, proposerGone } from './refusals.ts'
import { destroySalts, findDestruction, insertDecision, saltsStanding } from './store.ts'

const about = ({ destructionId }: { destructionId: SaltDestructionId }) => destructionId
const subject = ({ tx, input }: { tx: Tx; input: { destructionId: SaltDestructionId } }) =>
  findDestruction(tx, input.destructionId)
const facts = ({ subject: { kind, recordId, salts } }: { subject: SaltDestruction }) => ({
  scope: kind ?? recordId!,
  salts,
})

/**
 * 批准销毁: a second audit administrator agrees, and in that very transaction the salts are gone. Entries and proofs stay as
 * they are; what was entered can no longer be matched. Another number than was proposed is refused.
 */
export const approveDestruction = command({
  name: 'salts.approve',
  on: 'SaltDestruction',
  input: z.object({ destructionId: SaltDestructionId }),
  about,
  subject,
  async run({ subject: destruction, officer, tx, now, hub }) {
    await lockKeeping(tx)
    const { id: destructionId, covers, recordId } = destruction
    await insertDecision(tx, { destructionId, decision: 'approved', note: '', decidedBy: officer.id, decidedAt: now })
    await assertProposerStillMay(tx, hub.policy, destruction)
    const standing = await saltsStanding(tx, covers, recordId)
    const found = standing.reduce((total, { due, held }) => total + due - held, 0)
    if (found !== destruction.salts) throw movedOn(destruction.salts, found)
    const destroyed = await destroySalts(tx, destructionId)
    if (destroyed !== destruction.salts) throw movedOn(destruction.salts, destroyed)
    return { destroyed }
  },
  facts,
})

/** Another audit administrator says no, and why. */
export const declineDestruction = ended('salts.decline', 'declined', line(500))

/** Whoever proposed it takes that back. */
export const withdrawDestruction = ended('salts.withdraw', 'withdrawn', text(500))

function ended<Decision extends 'declined' | 'withdrawn'>(
  name: `salts.${string}`,
  decision: Decision,
  note: z.ZodType<string>,
) {
  return command({
    name,
    on: 'SaltDestruction',
    input: z.object({ destructionId: SaltDestructionId, note }),
    about,
    subject,
    async run({ input: { destructionId, note }, officer, tx, now }) {
      await insertDecision(tx, { destructionId, decision, note, decidedBy: officer.id, decidedAt: now })
      return { decision }
    },
    facts,
  })
}

async function assertProposerStillMay(tx: Tx, policy: Policy, destruction: SaltDestruction): Promise<void> {
  const { officer, agency } = await findRegistered(tx, destruction.proposedBy)
  const proposer = { ...officer, agencyKind: agency.kind, region: agency.region }
  if (officer.state !== 'active' || !policy.allows(proposer, 'propose', 'SaltDestruction', destruction))
    throw proposerGone()
}

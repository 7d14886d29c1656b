import type { Tx } from '@lianban/db'
import { RuleChangeId } from '@lianban/kernel'
import { type Policy, RuleFileError, type Vocabulary } from '@lianban/policy'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { underDuty } from '../duty.ts'
import { findRegistered } from '../officers/index.ts'
import { enforce, shortDigest } from './in-force.ts'
import { alreadyDecided, baseMoved, locksOut, notReadable, proposerGone } from './refusals.ts'
import type { RuleChange } from './rule-change.ts'
import type { RuleFile } from './rule-files.ts'
import { lockedOut, ruleSetIn } from './rule-set.ts'
import { filesOf, lockChange, lockRules, saveDecision, versionInForce } from './store.ts'

const about = ({ changeId }: { changeId: RuleChangeId }) => changeId
const facts = ({ subject: change }: { subject: RuleChange }) => ({
  digest: shortDigest(change.digest),
  proposer: change.proposedBy,
})

/** The security administrator agrees: from commit on every process of the hub decides by these rules. */
export const approveRules = command({
  name: 'rules.approve',
  on: 'RuleChange',
  input: z.object({ changeId: RuleChangeId }),
  about,
  subject: ({ tx, input }) => lockChange(tx, input.changeId),
  async run({ subject: change, officer, tx, now, hub }) {
    if (change.state !== 'proposed') throw alreadyDecided()
    await lockRules(tx)
    if ((await versionInForce(tx))?.digest !== change.baseDigest) throw baseMoved()
    await assertProposerStillMay(tx, hub.policy, change)
    assertUsable(await filesOf(tx, change.digest), hub.vocabulary)
    await saveDecision(tx, change.id, { state: 'approved', decidedBy: officer.id, decidedAt: now, note: null })
    const { serial } = await underDuty(tx, 'rules', () =>
      enforce(tx, {
        digest: change.digest,
        how: 'approved',
        changeId: change.id,
        reason: change.reason,
        inForceFrom: now,
      }),
    )
    return { state: 'approved' as const, serial }
  },
  facts,
})

/** The security administrator says no, and why. */
export const declineRules = command({
  name: 'rules.decline',
  on: 'RuleChange',
  input: z.object({ changeId: RuleChangeId, note: line(200) }),
  about,
  subject: ({ tx, input }) => lockChange(tx, input.changeId),
  async run({ input, subject: change, officer, tx, now }) {
    if (change.state !== 'proposed') throw alreadyDecided()
    const decision = { state: 'declined', decidedBy: officer.id, decidedAt: now, note: input.note } as const
    await saveDecision(tx, change.id, decision)
    return { state: decision.state }
  },
  facts,
})

/** Whoever proposed the rules takes that back. */
export const withdrawRules = command({
  name: 'rules.withdraw',
  on: 'RuleChange',
  input: z.object({ changeId: RuleChangeId, note: text(200) }),
  about,
  subject: ({ tx, input }) => lockChange(tx, input.changeId),
  async run({ input, subject: change, officer, tx, now }) {
    if (change.state !== 'proposed') throw alreadyDecided()
    const decision = { state: 'withdrawn', decidedBy: officer.id, decidedAt: now, note: input.note } as const
    await saveDecision(tx, change.id, decision)
    return { state: decision.state }
  },
  facts,
})

async function assertProposerStillMay(tx: Tx, policy: Policy, change: RuleChange): Promise<void> {
  const { officer, agency } = await findRegistered(tx, change.proposedBy)
  const proposer = { ...officer, agencyKind: agency.kind, region: agency.region }
  if (officer.state !== 'active' || !policy.allows(proposer, 'propose', 'RuleChange', change)) throw proposerGone()
}

/** Read again by the program that is to use them: it may be another than the one that found them. */
function assertUsable(files: readonly RuleFile[], vocabulary: Vocabulary): void {
  try {
    const acts = lockedOut(ruleSetIn(files, vocabulary))
    if (acts.length > 0) throw locksOut(acts)
  } catch (error) {
    throw error instanceof RuleFileError ? notReadable(error.problems) : error
  }
}

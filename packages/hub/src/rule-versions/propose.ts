import { newId, type RuleChangeId } from '@lianban/kernel'
import { z } from 'zod'
import { operatorId } from '../agencies/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { shortDigest } from './in-force.ts'
import { filesChanged, locksOut, nothingToPropose } from './refusals.ts'
import type { RuleChange } from './rule-change.ts'
import { lockedOut, ruleSetIn } from './rule-set.ts'
import { filesOf, insertChange, lastSighting, lockRules, versionInForce } from './store.ts'

export const Digest = z.hash('sha256')

/** The system administrator asks that the rule files now on the server come into force. */
export const proposeRules = command({
  name: 'rules.propose',
  on: 'RuleChange',
  input: z.object({ digest: Digest, reason: line(200) }),
  subject: async ({ input, officer, tx, now }): Promise<RuleChange> => ({
    id: newId<RuleChangeId>(),
    operatorId: await operatorId(tx),
    digest: input.digest,
    baseDigest: '',
    reason: input.reason,
    proposedBy: officer.id,
    proposedAt: now,
    state: 'proposed',
    decidedBy: null,
    decidedAt: null,
    note: null,
  }),
  async run({ subject: change, tx, hub }) {
    await lockRules(tx)
    if ((await lastSighting(tx))?.digest !== change.digest) throw filesChanged()
    const inForce = await versionInForce(tx)
    if (!inForce || inForce.digest === change.digest) throw nothingToPropose()
    const acts = lockedOut(ruleSetIn(await filesOf(tx, change.digest), hub.vocabulary))
    if (acts.length > 0) throw locksOut(acts)
    await insertChange(tx, { ...change, baseDigest: inForce.digest })
    return { changeId: change.id }
  },
  facts: ({ subject }) => ({ digest: shortDigest(subject.digest) }),
})

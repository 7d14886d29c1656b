import type { Tx } from '@lianban/db'
import { z } from 'zod'
import { officerCards, operatorId } from '../agencies/index.ts'
import { list } from '../query.ts'
import type { RuleChange } from './rule-change.ts'
import { lastSighting, listChanges, listVersions } from './store.ts'

const shown = 200

/** The rules in force, the files on the server, what waits for approval, and every version that there was. */
export const ruleVersions = list({
  name: 'rules.versions',
  input: z.strictObject({}),
  async run({ officer, tx, hub }) {
    const operator = await operatorId(tx)
    if (!hub.policy.allows(officer, 'read', 'RuleVersion', { operatorId: operator }))
      return { inForce: null, onDisk: null, mayPropose: false, changes: [], versions: [] }
    const versions = await listVersions(tx, shown)
    const changes = await changesShown(tx, (action, change) =>
      Boolean(change.state === 'proposed' && hub.policy.allows(officer, action, 'RuleChange', change)),
    )
    const onDisk = await lastSighting(tx)
    const inForce = versions[0]
    const asked = { operatorId: operator, proposedBy: officer.id }
    return {
      inForce: inForce ?? null,
      onDisk: onDisk
        ? {
            at: onDisk.at,
            digest: onDisk.digest,
            problems: onDisk.problems ?? [],
            differs: onDisk.digest !== null && onDisk.digest !== inForce?.digest,
          }
        : null,
      mayPropose: Boolean(hub.policy.allows(officer, 'propose', 'RuleChange', asked)),
      changes,
      versions: versions.map((version) => ({
        ...version,
        change: changes.find(({ id }) => id === version.changeId) ?? null,
      })),
    }
  },
})

async function changesShown(tx: Tx, may: (action: string, change: RuleChange) => boolean) {
  const changes = await listChanges(tx, shown)
  const posts = await officerCards(
    tx,
    changes.flatMap(({ proposedBy, decidedBy }) => (decidedBy ? [proposedBy, decidedBy] : [proposedBy])),
  )
  return changes.map((change) => ({
    ...change,
    proposedBy: posts.get(change.proposedBy)!,
    decidedBy: (change.decidedBy && posts.get(change.decidedBy)) ?? null,
    canApprove: may('approve', change),
    canDecline: may('decline', change),
    canWithdraw: may('withdraw', change),
  }))
}

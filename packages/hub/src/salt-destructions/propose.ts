import { newId, type SaltDestructionId } from '@lianban/kernel'
import { z } from 'zod'
import { operatorId } from '../agencies/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { lockKeeping } from '../holds/index.ts'
import { kindOfAct } from '../retention-kinds/index.ts'
import { acts } from '../trail/index.ts'
import { coversOf } from './covered.ts'
import type { SaltDestruction } from './destruction.ts'
import { held, kindUnknown, nothingDue, stillKept } from './refusals.ts'
import { insertDestruction, saltsStanding } from './store.ts'

const Scope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('kind'), kind: line(80) }),
  z.strictObject({ of: z.literal('record'), recordId: z.uuid() }),
])

/**
 * 提出销毁: an audit administrator asks that the salts of a kind that no longer have to be kept are destroyed, or all of one
 * record. Nothing happens before another one approves. Of a kind, what is held is left out; of a record, one hold refuses all.
 */
export const proposeDestruction = command({
  name: 'salts.propose',
  on: 'SaltDestruction',
  input: z.object({ scope: Scope, reason: line(500) }),
  async subject({ input: { scope, reason }, officer, tx, now, hub }): Promise<SaltDestruction> {
    const named = Object.keys(acts).filter(
      (act) => scope.of === 'record' || kindOfAct(hub.retention, act).id === scope.kind,
    )
    return {
      id: newId<SaltDestructionId>(),
      operatorId: await operatorId(tx),
      kind: scope.of === 'kind' ? scope.kind : null,
      recordId: scope.of === 'record' ? scope.recordId : null,
      covers: coversOf(hub.retention, named, now),
      ...{ salts: 0, reason, proposedBy: officer.id, proposedAt: now },
    }
  },
  async run({ subject: draft, tx }) {
    if (draft.covers.length === 0) throw kindUnknown()
    await lockKeeping(tx)
    const standing = await saltsStanding(tx, draft.covers, draft.recordId)
    const due = sum(standing.map((one) => one.due))
    const kept = sum(standing.map((one) => one.held))
    if (draft.recordId && kept > 0) throw held(kept)
    if (draft.recordId && due < sum(standing.map((one) => one.salts)))
      throw stillKept(sum(standing.map((one) => one.salts)) - due)
    if (due === kept) throw nothingDue()
    await insertDestruction(tx, { ...draft, salts: due - kept })
    return { destructionId: draft.id, salts: due - kept }
  },
  facts: ({ subject, output }) => ({ scope: subject.kind ?? subject.recordId!, salts: output.salts }),
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

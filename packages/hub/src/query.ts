import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import type { z } from 'zod'
import type { Call, Hub } from './hub.ts'
import { logAct } from './log-act.ts'
import { type Attempt, recordingRefusals } from './refused.ts'
import { caseIdOf, type Subject } from './subject.ts'

type Given<Input> = {
  readonly input: Input
  readonly officer: SignedIn['officer']
  readonly tx: Tx
  readonly now: Date
  readonly hub: Hub
}

/** A query about one record: the policy decides on the row, and the read is logged where the record is sensitive. */
export type FindSpec<Schema extends z.ZodType, Row extends Subject, Output> = {
  readonly name: `${string}.${string}`
  readonly on: string | ((input: z.output<Schema>) => string)
  readonly input: Schema
  readonly about: (input: z.output<Schema>) => string
  /** What the policy must allow; reading, unless a stronger act opens the view. */
  readonly action?: string
  readonly isLogged: boolean
  readonly subject: (given: Given<z.output<Schema>>) => Promise<Row>
  readonly run: (given: Given<z.output<Schema>> & { readonly subject: Row; readonly rule: string }) => Promise<Output>
}

export function find<Schema extends z.ZodType, Row extends Subject, Output>(spec: FindSpec<Schema, Row, Output>) {
  const action = spec.action ?? 'read'
  const execute = async (call: Call, raw: z.input<Schema>): Promise<Output> => {
    const input = spec.input.parse(raw)
    const { hub, actor } = call
    const now = hub.clock.now()
    const on = typeof spec.on === 'string' ? spec.on : spec.on(input)
    const attempt: Attempt = { act: spec.name, on, about: spec.about(input) }
    return recordingRefusals(call, attempt, () =>
      hub.db.transaction({ agencyId: actor.officer.agencyId, officerId: actor.officer.id }, now, async (tx) => {
        const base = { input, officer: actor.officer, tx, now, hub }
        const subject = await spec.subject(base)
        const caseId = caseIdOf(on, subject)
        attempt.caseId = caseId
        const { rule } = hub.policy.decide(actor.officer, action, on, subject)
        const output = await spec.run({ ...base, subject, rule })
        if (spec.isLogged)
          await logAct(tx, call, now, {
            act: spec.name,
            outcome: 'done',
            subject: { kind: on, id: subject.id },
            rule,
            ...(caseId && { caseId }),
          })
        return output
      }),
    )
  }
  return Object.assign(execute, {
    frame: 'find' as const,
    commandName: spec.name,
    on: spec.on,
    action,
    input: spec.input,
  })
}

/** A query over many records: it may only answer rows that the policy's filter lets through. */
export function list<Schema extends z.ZodType, Output>(spec: {
  readonly name: `${string}.${string}`
  readonly input: Schema
  readonly run: (given: Given<z.output<Schema>>) => Promise<Output>
}) {
  const execute = async (call: Call, raw: z.input<Schema>): Promise<Output> => {
    const input = spec.input.parse(raw)
    const { hub, actor } = call
    const now = hub.clock.now()
    return hub.db.transaction({ agencyId: actor.officer.agencyId, officerId: actor.officer.id }, now, (tx) =>
      spec.run({ input, officer: actor.officer, tx, now, hub }),
    )
  }
  return Object.assign(execute, { frame: 'list' as const, commandName: spec.name, input: spec.input })
}

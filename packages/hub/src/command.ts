import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { denied } from '@lianban/kernel'
import { z } from 'zod'
import type { Call, Hub } from './hub.ts'
import { logAct } from './log-act.ts'
import { tellRecordChanged } from './record-changed.ts'
import { type Attempt, recordingRefusals } from './refused.ts'
import { caseIdOf, type Subject } from './subject.ts'
import { answerOnce } from './submission.ts'
import { happenedBy, tellOfficers } from './tell-officers.ts'

type Given<Input, Row> = {
  readonly input: Input
  readonly subject: Row
  readonly officer: SignedIn['officer']
  readonly sessionId: SignedIn['sessionId']
  readonly tx: Tx
  readonly now: Date
  readonly hub: Hub
}

/** Codes, ids and counts that the sentence in the log needs; never content, never personal data. */
export type Facts = Readonly<Record<string, string | number>>

export type CommandSpec<Shape extends z.ZodRawShape, Row extends Subject, Output> = {
  readonly name: `${string}.${string}`
  /** The kind of record the policy is asked about. */
  readonly on: string | ((input: z.infer<z.ZodObject<Shape>>) => string)
  /** What the policy must allow; the name's second half unless said otherwise. */
  readonly action?: string
  readonly input: z.ZodObject<Shape>
  /** The existing record this is about, if any: named in the log when the attempt is refused. */
  readonly about?: (input: z.infer<z.ZodObject<Shape>>) => string
  /** The row to decide on: an existing record, locked, or the draft of a new one. */
  readonly subject: (given: Omit<Given<z.infer<z.ZodObject<Shape>>, never>, 'subject'>) => Promise<Row>
  readonly run: (given: Given<z.infer<z.ZodObject<Shape>>, Row>) => Promise<Output>
  /** What the digests of the input are taken over, where the input could be guessed from them. */
  readonly digested?: (input: z.infer<z.ZodObject<Shape>>, hub: Hub) => unknown
  readonly facts?: (given: Given<z.infer<z.ZodObject<Shape>>, Row> & { readonly output: Output }) => Facts
}

/**
 * The only way state changes: parse, answer a repeated submission, lock the subject, ask the policy, act, and write
 * the audit entry, all in one transaction. A command cannot skip a step because it never holds one.
 */
export function command<Shape extends z.ZodRawShape, Row extends Subject, Output>(
  spec: CommandSpec<Shape, Row, Output>,
) {
  const action = spec.action ?? spec.name.slice(spec.name.indexOf('.') + 1)
  const input = spec.input.extend({ submissionId: z.uuid() }).strict()

  const execute = async (call: Call, raw: z.input<typeof input>): Promise<Output> => {
    const parsed = input.parse(raw) as z.infer<z.ZodObject<Shape>> & { submissionId: string }
    const { submissionId, ...fields } = parsed
    const given = fields as unknown as z.infer<z.ZodObject<Shape>>
    const { hub, actor } = call
    const now = hub.clock.now()
    const digested = spec.digested ? spec.digested(given, hub) : fields
    const on = typeof spec.on === 'string' ? spec.on : spec.on(given)
    const attempt: Attempt = { act: spec.name, on, about: spec.about?.(given) }
    return recordingRefusals(call, attempt, () =>
      hub.db.transaction({ agencyId: actor.officer.agencyId, officerId: actor.officer.id }, now, (tx) =>
        answerOnce(
          tx,
          { officerId: actor.officer.id, submissionId, command: spec.name, input: digested, now },
          async () => {
            const base = { input: given, officer: actor.officer, sessionId: actor.sessionId, tx, now, hub }
            const subject = await spec.subject(base)
            const caseId = caseIdOf(on, subject)
            if (spec.about) attempt.caseId = caseId
            const decision = spec.about
              ? hub.policy.decide(actor.officer, action, on, subject)
              : hub.policy.allows(actor.officer, action, on, subject)
            if (!decision) throw denied({ action, subject: on })
            const output = await spec.run({ ...base, subject })
            await logAct(tx, call, now, {
              act: spec.name,
              outcome: 'done',
              subject: { kind: on, id: subject.id },
              rule: decision.rule,
              input: digested,
              ...(caseId && { caseId }),
              ...(spec.facts && { facts: spec.facts({ ...base, subject, output }) }),
            })
            await tellRecordChanged(tx, actor, { on, subject, input: given, output })
            const happened = happenedBy(actor.officer.agencyId, { act: spec.name, on, subject, output })
            await tellOfficers(tx, hub, now, happened)
            return output
          },
        ),
      ),
    )
  }
  return Object.assign(execute, { frame: 'command' as const, commandName: spec.name, on: spec.on, action, input })
}

import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { AssistanceId, CaseId, ClueId, HandoffId, TaskForceId } from '@lianban/kernel'
import { findAssistance } from '../assistances/index.ts'
import { findCase } from '../cases/index.ts'
import { findClue } from '../clues/index.ts'
import { findHandoff } from '../handoffs/index.ts'
import type { Hub } from '../hub.ts'
import type { Ref } from '../news.ts'
import { orAbsent } from '../refused.ts'
import { findTaskForce } from '../seats/index.ts'

type IdSchema<Id> = { safeParse(id: string): { success: true; data: Id } | { success: false } }
type Finder = (tx: Tx, id: string) => Promise<object | undefined>

const finder =
  <Id>(schema: IdSchema<Id>, find: (tx: Tx, id: Id) => Promise<object>): Finder =>
  (tx, id) => {
    const parsed = schema.safeParse(id)
    return parsed.success ? find(tx, parsed.data).catch(orAbsent) : Promise.resolve(undefined)
  }

/** The records that a page can have open and be told about. */
const finders: Readonly<Record<string, Finder>> = {
  Case: finder(CaseId, findCase),
  Clue: finder(ClueId, findClue),
  Handoff: finder(HandoffId, findHandoff),
  Assistance: finder(AssistanceId, findAssistance),
  TaskForce: finder(TaskForceId, findTaskForce),
}

/** Those of the records that the officer may read at this moment; what is absent is not among them either. */
export async function mayRead(
  tx: Tx,
  { policy }: Hub,
  officer: SignedIn['officer'],
  refs: readonly Ref[],
): Promise<Ref[]> {
  const readable: Ref[] = []
  for (const ref of refs) {
    const row = Object.hasOwn(finders, ref.kind) ? await finders[ref.kind]!(tx, ref.id) : undefined
    if (row && policy.allows(officer, 'read', ref.kind, row)) readable.push(ref)
  }
  return readable
}

import type { Tx } from '@lianban/db'
import { type CaseId, stale } from '@lianban/kernel'
import { asc, eq } from 'drizzle-orm'
import { unlessTaken } from '../unless-taken.ts'
import type { CaseStep } from './case-step.ts'
import { caseSteps } from './table.ts'

/** Every step of the case on any track, in the order in which they were taken. */
export const stepsOf = (tx: Tx, caseId: CaseId): Promise<CaseStep[]> =>
  tx
    .select()
    .from(caseSteps)
    .where(eq(caseSteps.caseId, caseId))
    .orderBy(asc(caseSteps.takenAt), asc(caseSteps.version), asc(caseSteps.id))

export const insertStep = (tx: Tx, step: CaseStep): Promise<unknown> =>
  unlessTaken(
    'case_steps_case_id_track_version_key',
    () => stale({ expected: step.version - 1, found: step.version }),
    tx.insert(caseSteps).values(step),
  )

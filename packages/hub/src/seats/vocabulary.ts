import type { RelationDefinition, SubjectDefinition } from '@lianban/policy'
import { eq, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { circleOfForce } from '../circles/index.ts'
import { told } from '../told.ts'
import { taskForceSeats, taskForces } from './table.ts'
import { seatStates, taskForceStates } from './task-force.ts'
import { taskForceWords } from './words.ts'

const seatFields: RelationDefinition['fields'] = {
  agencyId: { type: 'id', column: taskForceSeats.agencyId },
  memberId: { type: 'id', column: taskForceSeats.memberId },
  state: { type: 'text', column: taskForceSeats.state, values: seatStates },
}

/** The seats of the task forces of a case. */
export const seatsOfCase = (caseId: AnyPgColumn): RelationDefinition => ({
  from: sql`${taskForceSeats} join ${taskForces} on ${taskForces.id} = ${taskForceSeats.taskForceId}`,
  on: eq(taskForces.caseId, caseId),
  fields: { ...seatFields, until: { type: 'time', column: taskForces.until } },
})

export const taskForceVocabulary = told(
  {
    actions: ['read', 'form', 'seat', 'revokeSeat', 'extend', 'dissolve'],
    fields: {
      leadAgencyId: { type: 'id', column: taskForces.leadAgencyId },
      state: { type: 'text', column: taskForces.state, values: taskForceStates },
    },
    relations: {
      circle: circleOfForce(sql`coalesce(${taskForces.caseId}, ${taskForces.id})`),
      seats: { from: taskForceSeats, on: eq(taskForceSeats.taskForceId, taskForces.id), fields: seatFields },
    },
  } satisfies SubjectDefinition,
  taskForceWords,
)

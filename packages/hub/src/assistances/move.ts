import { command } from '../command.ts'
import type { AssistanceDeed } from './assistance.ts'
import { stepInput } from './given.ts'
import { findAssistance } from './store.ts'
import { stepTaken } from './take.ts'

/** Every step is one shape: the officer names the request as seen, the table of the law says where the step leads, and a receipt is left. */
const step = (deed: AssistanceDeed) =>
  command({
    name: `assistance.${deed}`,
    on: 'Assistance',
    input: stepInput,
    about: ({ assistanceId }) => assistanceId,
    subject: ({ tx, input: { assistanceId } }) => findAssistance(tx, assistanceId, { lock: true }),
    run: (given) => stepTaken(given, deed),
    facts: ({ subject, output }) => ({
      number: subject.number,
      agency: subject.toAgencyId,
      from: subject.fromAgencyId,
      move: output.move,
      digest: output.digest,
    }),
  })

/** The leader of the asking agency lets the request go; in some lanes the duty desk does. */
export const sendAssistance = step('send')

/** The duty desk signs in, looks at the papers, claims. */
export const receiveAssistance = step('receive')

/** Somebody of the receiver is given the request. */
export const assignAssistance = step('assign')

/** What the receiver does on the way: a field unit, a question, more time. */
export const actOnAssistance = step('act')

/** The answer of the receiver, whole or in part. */
export const replyToAssistance = step('reply')

/** The receiver does not assist, on a ground of the law. */
export const refuseAssistance = step('refuse')

/** What the asking agency does about it: supplies, clarifies, grants time, confirms, objects, disputes, withdraws. */
export const answerAssistance = step('answer')

/** The common superior decides. */
export const overseeAssistance = step('oversee')

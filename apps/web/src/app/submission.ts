import { v4 } from 'uuid'

type Submission = {
  readonly id: () => string
  /** Sends under one id until it succeeds, so that a repeated click or a lost answer does the deed once. */
  readonly send: <Answer>(send: (submissionId: string) => Promise<Answer>) => Promise<Answer>
}

/** One deed the officer is about to do. Make one when the form opens. */
export function createSubmission(makeId: () => string = v4): Submission {
  let current = makeId()
  return {
    id: () => current,
    async send(send) {
      const answer = await send(current)
      current = makeId()
      return answer
    },
  }
}

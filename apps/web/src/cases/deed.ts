import { createSignal } from 'solid-js'
import { createSubmission } from '../app/submission.ts'

/** One thing an officer may do here: sent once however often it is clicked, with its refusal kept for the page to show. */
export function createDeed<Input, Answer>(options: {
  send(input: Input, submissionId: string): Promise<Answer>
  done(answer: Answer): void | Promise<void>
}) {
  const submission = createSubmission()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  return {
    busy,
    error,
    forget: () => setError(undefined),
    async run(input: Input): Promise<void> {
      if (busy()) return
      setBusy(true)
      setError(undefined)
      try {
        await options.done(await submission.send((submissionId) => options.send(input, submissionId)))
      } catch (refusal) {
        setError(refusal)
      } finally {
        setBusy(false)
      }
    },
  }
}

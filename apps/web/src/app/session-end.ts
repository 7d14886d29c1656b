import { createSignal } from 'solid-js'
import { readRefusal } from './refusal.ts'

const [isOver, setIsOver] = createSignal(false)

/** Whether the hub has said that nobody is signed in at this screen any more. */
export const sessionIsOver = isOver

/** Takes note of an ended session, wherever in the application it is met. */
export function noteRefusal(error: unknown): void {
  if (readRefusal(error).kind === 'signed-out') noteEnded()
}

export const noteEnded = (): void => void setIsOver(true)

export const noteSignedIn = (): void => void setIsOver(false)

export const signInPath = (returnTo: string): string => `/sign-in?returnTo=${encodeURIComponent(returnTo)}`

/** Where to sign in so that this very place opens afterwards. */
export const signInAgainHere = (): string => signInPath(location.pathname + location.search)

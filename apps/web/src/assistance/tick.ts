import { createSignal, onCleanup } from 'solid-js'

/** The present second, for a board that counts down. */
export function createTick(): () => number {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), 1000)
  onCleanup(() => clearInterval(timer))
  return now
}

import { createSignal, onCleanup } from 'solid-js'

/** The present minute, for words such as “3 hours left”. */
export function createNow(): () => number {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), 30_000)
  onCleanup(() => clearInterval(timer))
  return now
}

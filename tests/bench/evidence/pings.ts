import { get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

const everyMs = 5

const answered = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, (answer) => answer.resume().on('end', resolve)).on('error', reject)
  })

/** Milliseconds that other requests take while something goes on. */
export async function pingsDuring<Result>(
  url: string,
  work: Promise<Result>,
): Promise<{ result: Result; ms: number[] }> {
  const ms: number[] = []
  let isOver = false
  const over = work.finally(() => {
    isOver = true
  })
  over.catch(() => {})
  while (!isOver) {
    const start = performance.now()
    await answered(url)
    ms.push(performance.now() - start)
    await pause(everyMs)
  }
  return { result: await over, ms }
}

export const p99 = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.99)] ?? 0

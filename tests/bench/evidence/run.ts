import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Seconds that a program of its own takes. */
export async function secondsOf(command: string, args: readonly string[]): Promise<number> {
  const start = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`)
  return (performance.now() - start) / 1000
}

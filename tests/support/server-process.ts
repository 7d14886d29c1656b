import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

export type ServerProcess = {
  readonly pid: number
  /** Everything it printed so far. */
  output(): string
  /** Settles when the text was printed; fails when the process ends without it. */
  said(text: string): Promise<void>
  readonly exited: Promise<number | null>
  isRunning(): boolean
  /** To the process and everything in its group, as a terminal's Ctrl-C does. */
  signal(name: NodeJS.Signals): void
}

const root = resolve(import.meta.dirname, '../..')
const entry = resolve(root, 'apps/server/src/start.ts')
const compiled = resolve(root, 'node_modules/.cache/lianban')
const here = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_COMPILE_CACHE: compiled }

/** The real server in a process and group of its own, with this environment and nothing else of ours. */
export function startServer(environment: Record<string, string | undefined>, script = entry): ServerProcess {
  const child = spawn(process.execPath, [script], {
    cwd: root,
    detached: true,
    env: { ...here, ...environment } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const exited = once(child, 'close').then(([code]) => code as number | null)
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      printed += text
      child.emit('printed')
    })
  }
  return {
    pid: child.pid!,
    output: () => printed,
    async said(text) {
      const ended = exited.then(() => true)
      while (!printed.includes(text)) {
        const isOver = await Promise.race([once(child, 'printed').then(() => false), ended])
        if (isOver && !printed.includes(text)) throw new Error(`ended without “${text}”:\n${printed}`)
      }
    },
    exited,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    signal: (name) => void process.kill(-child.pid!, name),
  }
}

export const ready = 'is ready at'

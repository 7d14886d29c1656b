import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type Dialect, hocuspocus, yWebsocket } from './dialect.ts'

/** A server that takes part: how it is called, how one talks to it, and what it can do. */
export type Contender = {
  readonly name: 'lianban' | 'hocuspocus_pg' | 'hocuspocus' | 'y_websocket' | 'ws_relay'
  readonly dialect: Dialect
  /** It holds the document, so a client that comes later is given it. */
  readonly keeps: boolean
  /** It still has the document after a restart. */
  readonly stores: boolean
}

export const contenders: readonly Contender[] = [
  { name: 'lianban', dialect: yWebsocket, keeps: true, stores: true },
  { name: 'hocuspocus_pg', dialect: hocuspocus, keeps: true, stores: true },
  { name: 'hocuspocus', dialect: hocuspocus, keeps: true, stores: false },
  { name: 'y_websocket', dialect: yWebsocket, keeps: true, stores: false },
  { name: 'ws_relay', dialect: yWebsocket, keeps: false, stores: false },
]

export type Usage = { readonly cpuSeconds: number; readonly rssMegabytes: number }

export type Served = {
  readonly port: number
  usage(): Promise<Usage>
  /** SIGKILL: nothing of the process gets to run any more. */
  kill(): Promise<void>
}

/** Every server is a process of its own, started anew for each measurement. */
export async function serve({ name }: Contender, databaseUrl: string): Promise<Served> {
  const child = fork(new URL('./serve.ts', import.meta.url), [name, databaseUrl], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${code}`)))
  failed.catch(() => {})
  const [{ port }] = (await Promise.race([once(child, 'message'), failed])) as [{ port: number }]
  return {
    port,
    async usage() {
      const answered = once(child, 'message')
      child.send('usage')
      return ((await answered) as [Usage])[0]
    },
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

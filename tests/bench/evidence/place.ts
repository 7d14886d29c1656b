import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '@lianban/db'

const server = fileURLToPath(new URL('../../../packages/files/src/a-upload-server.ts', import.meta.url))
const piece = 1024 * 1024

/** A folder with a server of uploads that can be killed; gone after the measurement. */
export async function aPlace() {
  const dir = await mkdtemp(join(tmpdir(), 'lianban-bench-files-'))
  const port = await freePort()
  let running: ChildProcess | undefined
  return {
    dir,
    origin: `http://127.0.0.1:${port}`,
    async start(how: 'digesting' | 'plain' = 'digesting'): Promise<void> {
      const started = spawn(process.execPath, [server, dir, String(port), how], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      running = started
      await once(started.stdout, 'data')
    },
    async kill(): Promise<void> {
      const killed = running
      running = undefined
      if (!killed) return
      const ended = once(killed, 'exit')
      killed.kill('SIGKILL')
      await ended
    },
    async close(): Promise<void> {
      await this.kill()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
export type Place = Awaited<ReturnType<typeof aPlace>>

/** A file of so many bytes that no two runs share and no disk can squeeze. */
export async function aLargeFile(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w')
  const seed = Buffer.alloc(piece)
  for (let at = 0; at < bytes; at += piece) {
    createHash('shake256', { outputLength: 4096 }).update(String(at)).digest().copy(seed)
    await file.write(seed, 0, Math.min(piece, bytes - at), at)
  }
  await file.sync()
  await file.close()
}

export async function digestOf(path: string, algorithm: 'sha256' | 'sm3'): Promise<string> {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(path, { highWaterMark: piece })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

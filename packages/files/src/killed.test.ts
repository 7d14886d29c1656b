import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { aPlace } from './a-place.ts'

const program = fileURLToPath(new URL('./a-upload-server.ts', import.meta.url))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** The length of the longest part that has arrived. */
async function longest(dir: string): Promise<number> {
  const parts = await readdir(join(dir, 'uploads'))
  const lengths = await Promise.all(parts.map(async (name) => (await stat(join(dir, 'uploads', name))).size))
  return Math.max(0, ...lengths)
}

async function start(dir: string, port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, [program, dir, String(port)])
  onTestFinished(() => void server.kill('SIGKILL'))
  await once(server.stdout!, 'data')
  return server
}

test('[FI2] uploads go on after kill -9 in their middle, and every file is whole', { timeout: 60_000 }, async () => {
  const { dir } = await aPlace()
  const port = await freePort()
  const address = (id: string) => `http://127.0.0.1:${port}/uploads/${id}`
  const head = async (id: string) => {
    const { headers } = await fetch(address(id), { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })
    return Number(headers.get('upload-offset'))
  }
  const files = Array.from({ length: 5 }, (_, n) => {
    const bytes = randomBytes(1_500_000 + n)
    return { id: `file-${n}-${bytes.length}`, bytes }
  })
  /** In pieces with pauses, so that the server dies in the middle of a part and not between two. */
  async function* slowly(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += 50_000) {
      yield bytes.subarray(at, at + 50_000)
      await pause(5)
    }
  }
  const send = async ({ id, bytes }: (typeof files)[number]) => {
    const offset = await head(id)
    const init = {
      method: 'PATCH',
      headers: {
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      },
      body: ReadableStream.from(slowly(bytes.subarray(offset))),
      duplex: 'half' as const,
    }
    return fetch(address(id), init).then(
      (answer) => answer.status,
      () => undefined,
    )
  }
  const server = await start(dir, port)
  const sending = Promise.all(files.map(send))
  await vi.waitFor(async () => expect(await longest(dir)).toBeGreaterThan(0), { timeout: 30_000, interval: 5 })
  server.kill('SIGKILL')
  expect(await sending).toEqual(files.map(() => undefined))
  await start(dir, port)
  const offsets = await Promise.all(files.map(({ id }) => head(id)))
  expect(Math.max(...offsets)).toBeGreaterThan(0)
  expect(await Promise.all(files.map(send))).toEqual(files.map(() => 204))
  for (const { id, bytes } of files) {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const sm3 = createHash('sm3').update(bytes).digest('hex')
    const settled = await (await fetch(`http://127.0.0.1:${port}/settle/${id}`)).json()
    expect(settled).toEqual({ sha256, sm3, size: bytes.length })
    const kept = await readFile(join(dir, 'contents', sha256.slice(0, 2), sha256.slice(2, 4), sha256))
    expect(kept.equals(bytes)).toBe(true)
  }
})

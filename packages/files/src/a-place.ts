import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createDigester } from './digester.ts'
import { openDiskStore } from './disk-store.ts'
import { createTus, type Gatekeeper } from './tus.ts'
import { openUploads, type UploadOptions } from './uploads.ts'

/** A folder with uploads and contents, gone after the test. */
export async function aPlace(options: Partial<UploadOptions> = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'lianban-files-'))
  const digester = createDigester({ lanes: 1 })
  const uploads = await openUploads({ dir: join(dir, 'uploads'), digester, ...options })
  const store = await openDiskStore({ dir: join(dir, 'contents'), digester })
  onTestFinished(async () => {
    uploads.close()
    await digester.close()
    await rm(dir, { recursive: true, force: true })
  })
  return { dir, digester, uploads, store }
}

/** A tus server on a port of its own, whose uploads are as long as was declared when they began. */
export async function aTusServer(
  given: Awaited<ReturnType<typeof aPlace>>,
  gatekeeper: Partial<Gatekeeper<IncomingMessage>> = {},
) {
  const sizes = new Map<string, number>()
  const begun: Readonly<Record<string, string>>[] = []
  const tus = createTus<IncomingMessage>({
    uploads: given.uploads,
    maxBytes: 1024 ** 3,
    location: (id) => `/uploads/${id}`,
    gatekeeper: {
      begin: async (_asker, { size, metadata }) => {
        const id = `upload-${sizes.size}`
        sizes.set(id, size)
        begun.push(metadata)
        return { id }
      },
      admit: async (_asker, id) => {
        const size = sizes.get(id)
        return size === undefined ? { status: 404, code: 'unknown' } : { size }
      },
      ...gatekeeper,
    },
  })
  const server = createServer((request, response) => {
    const id = /^\/uploads\/(.+)$/.exec(request.url ?? '')?.[1]
    void tus({ asker: request, method: request.method ?? '', headers: request.headers, id, body: request }).then(
      (answer) => response.writeHead(answer.status, answer.headers).end(answer.body),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const send = (method: string, path: string, headers: Record<string, string>, body?: Uint8Array<ArrayBuffer>) =>
    fetch(`${origin}${path}`, {
      method,
      headers: { 'tus-resumable': '1.0.0', ...headers },
      ...(body && { body }),
    })
  const patch = (id: string, offset: number, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    send(
      'PATCH',
      `/uploads/${id}`,
      { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), ...headers },
      body,
    )
  return { origin, server, sizes, begun, send, patch }
}

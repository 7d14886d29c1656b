import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createDigester } from './digester.ts'
import { openDiskStore } from './disk-store.ts'
import { createTus } from './tus.ts'
import { openUploads } from './uploads.ts'

// A server of its own, to be killed: `a-upload-server.ts DIR PORT [plain]`, where plain digests nothing. The length of an
// upload is the number in its id.
const [dir = '', port = '0', how = 'digesting'] = process.argv.slice(2)
const digester = createDigester({ lanes: 1 })
const uploads = await openUploads({ dir: join(dir, 'uploads'), ...(how === 'digesting' && { digester }) })
const store = await openDiskStore({ dir: join(dir, 'contents'), digester })
const tus = createTus({
  uploads,
  maxBytes: 2 ** 40,
  location: (id) => `/uploads/${id}`,
  gatekeeper: { admit: async (_asker, id) => ({ size: Number(id.split('-').at(-1)) }) },
})

createServer(async (request, response) => {
  const [, what, id = ''] = (request.url ?? '').split('/')
  if (what === 'ping') return response.end()
  if (what === 'uploads') {
    const { method = '', headers } = request
    const answer = await tus({ asker: undefined, method, headers, id, body: request })
    return response.writeHead(answer.status, answer.headers).end(answer.body)
  }
  if (what === 'discard') {
    await uploads.discard(id)
    return response.end()
  }
  const size = (await stat(uploads.path(id))).size
  const digests = await uploads.settle(id, size)
  await store.keep(uploads.path(id), { ...digests, size })
  await uploads.discard(id)
  return response.end(JSON.stringify({ ...digests, size }))
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'))

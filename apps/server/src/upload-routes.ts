import type { HttpBindings } from '@hono/node-server'
import { endingAgrees, sniff, UploadRefusal } from '@lianban/files'
import { type Call, findUpload, finishUpload } from '@lianban/hub'
import { FileId, Refusal } from '@lianban/kernel'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { refusalAnswer } from './export-answers.ts'
import type { Env, Parts } from './parts.ts'
import type { Vault } from './vault.ts'
import { orRefused } from './vault.ts'

type UploadEnv = Env & { Bindings: HttpBindings }

const Finish = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** The bytes of a file that was begun: the tus protocol, and its end, when server and browser compare their digests. */
export function uploadRoutes({ hub, vault }: Pick<Parts, 'hub' | 'vault'>) {
  const callOf = (c: Context<UploadEnv>): Call | undefined => {
    const actor = c.get('actor')
    return actor && { hub, actor, requestId: c.get('requestId') }
  }
  const bytes = async (c: Context<UploadEnv>) => {
    const call = callOf(c)
    if (!call) return c.json({ code: 'session.none' }, 401)
    // The raw request: as a stream of the web it would take half as long again.
    const { incoming } = c.env
    const { method = '', headers } = incoming
    const answer = await vault.tus({ asker: call, method, headers, id: c.req.param('fileId'), body: incoming })
    return new Response(answer.body ?? null, { status: answer.status, headers: answer.headers })
  }
  return new Hono<UploadEnv>()
    .get('/:fileId', bytes)
    .patch('/:fileId', bytes)
    .delete('/:fileId', bytes)
    .post('/:fileId/finish', async (c) => {
      const call = callOf(c)
      if (!call) return c.json({ code: 'session.none' }, 401)
      const asked = FileId.safeParse(c.req.param('fileId'))
      const said = Finish.safeParse(await c.req.json().catch(() => undefined))
      if (!asked.success || !said.success) return c.json({ code: 'input.invalid' }, 400)
      const given = { call, vault, fileId: asked.data, claimed: said.data.sha256 }
      const finished = await finish(given).catch((error: unknown) => {
        if (error instanceof UploadRefusal) return error
        return orRefused(error)
      })
      if (finished instanceof Refusal) return refusalAnswer(c, finished)
      if (finished instanceof UploadRefusal)
        return c.json({ code: finished.code }, finished.code === 'no-room' ? 507 : 409)
      return c.json(finished)
    })
}

type Finishing = {
  readonly call: Call
  readonly vault: Vault
  readonly fileId: FileId
  readonly claimed: string
}

/** The content is kept before the record says so: whatever is on record is there, and a second click finds it done. */
async function finish({ call, vault: { uploads, store, scan }, fileId, claimed }: Finishing) {
  const upload = await findUpload(call, { fileId })
  if (upload.state === 'finished') return { fileId }
  const digests = await uploads.settle(fileId, upload.bytes)
  const path = uploads.path(fileId)
  const { isClean } = await scan(path)
  const sniffed = await sniff(path)
  if (isClean && claimed === digests.sha256) await store.keep(path, { ...digests, size: upload.bytes })
  const arrived = { type: sniffed.mime, isNamedAlike: endingAgrees(upload.name, sniffed), isClean }
  try {
    return await finishUpload(call, { submissionId: fileId, fileId, claimed, ...digests, ...arrived })
  } finally {
    // Kept by now, or not to be kept at all: what was refused begins again at the first byte.
    await uploads.discard(fileId)
  }
}

import { Readable } from 'node:stream'
import { rangeIn } from '@lianban/files'
import { type Call, downloadFile, previewFile, recordTaken, refuseChanged, type TakenFile } from '@lianban/hub'
import { FileId, Refusal } from '@lianban/kernel'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { refusalAnswer } from './export-answers.ts'
import { makeLooks } from './looks.ts'
import type { Env, Parts } from './parts.ts'
import { orRefused } from './vault.ts'

/** A player asks for a file part by part; it is compared once in a while, and whenever somebody touched it. */
const previewBelievedMs = 10 * 60_000
/** A page asks first whether the file may be had and is sound, and fetches it at once. */
const downloadBelievedMs = 30_000

const purposes = ['working', 'passing_on', 'proceedings'] as const
type Wish = { fileId: FileId; purpose?: (typeof purposes)[number] | undefined }
const Look = z.object({ fileId: FileId })
const Download = z.object({ fileId: FileId, purpose: z.enum(purposes) })

/** The bytes of files: to be looked at in the browser, or to be taken out for a purpose. Compared before the first goes out. */
export function fileRoutes({ hub, vault }: Pick<Parts, 'hub' | 'vault'>) {
  type Wanted = { readonly call: Call; readonly taken: TakenFile; readonly purpose?: string }

  const looks = makeLooks()

  async function give(c: Context<Env>, { call, taken, purpose }: Wanted) {
    const act = purpose === undefined ? 'file.preview' : 'file.download'
    const content = { sha256: taken.sha256, size: taken.bytes }
    const withinMs = purpose === undefined ? previewBelievedMs : downloadBelievedMs
    if ((await vault.store.verify(content, { withinMs })) !== 'whole') await refuseChanged(call, taken, { act })
    const range = rangeIn(c.req.header('range'), taken.bytes)
    c.header('accept-ranges', 'bytes')
    c.header('content-type', purpose === undefined ? taken.type : 'application/octet-stream')
    const disposition = purpose === undefined ? 'inline' : 'attachment'
    c.header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(taken.name)}`)
    if (range === 'unsatisfiable') return c.body(null, 416, { 'content-range': `bytes */${taken.bytes}` })
    const { start, end } = range ?? { start: 0, end: taken.bytes - 1 }
    c.header('content-length', String(end - start + 1))
    if (range) c.header('content-range', `bytes ${start}-${end}/${taken.bytes}`)
    const status = range ? 206 : 200
    if (c.req.method === 'HEAD') return c.body(null, status)
    if (looks.begins([call.actor.sessionId, taken.id, act], start)) await recordTaken(call, taken, { act, purpose })
    return c.body(Readable.toWeb(vault.store.read(content, range)) as ReadableStream<Uint8Array>, status)
  }

  const answered = async (c: Context<Env>, asked: z.ZodType<Wish>): Promise<Response> => {
    const actor = c.get('actor')
    if (!actor) return c.json({ code: 'session.none' }, 401)
    const wish = asked.safeParse({ fileId: c.req.param('fileId'), purpose: c.req.query('purpose') })
    if (!wish.success) return c.json({ code: 'input.invalid' }, 400)
    const { fileId, purpose } = wish.data
    const call = { hub, actor, requestId: c.get('requestId') }
    const given = await (purpose ? downloadFile(call, { fileId, purpose }) : previewFile(call, { fileId }))
      .then((taken) => give(c, { call, taken, ...(purpose && { purpose }) }))
      .catch(orRefused)
    return given instanceof Refusal ? refusalAnswer(c, given) : given
  }

  return new Hono<Env>()
    .get('/:fileId/preview', (c) => answered(c, Look))
    .get('/:fileId/download', (c) => answered(c, Download))
}

import { AskedDossier, recordExport, recordTaken, takeDossier } from '@lianban/hub'
import { Refusal } from '@lianban/kernel'
import { sha256Hex } from '@lianban/kernel/digest'
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { bundleRoutes } from './bundle-routes.ts'
import { refusalAnswer, types } from './export-answers.ts'
import { picturesOf } from './export-pictures.ts'
import { faultOf } from './fault.ts'
import { letterRoutes } from './letter-routes.ts'
import type { Env, Parts } from './parts.ts'
import { trailRoutes } from './trail-routes.ts'
import { orRefused } from './vault.ts'

/**
 * A dossier as a file. The answer begins with lines of JSON that tell how far it is, each ended by a line feed; the last of
 * them has the file's name, type, size and digest, and right behind it comes the file. Nothing of it stays in the hub.
 */
export function exportRoutes({ hub, press, vault, log }: Parts) {
  const routes = new Hono<Env>()
  routes.route('/letter', letterRoutes({ hub, press }))
  routes.route('/trail', trailRoutes({ hub, press }))
  routes.route('/bundle', bundleRoutes({ hub, vault }))
  return routes.post('/dossier', async (c) => {
    const actor = c.get('actor')
    if (!actor) return c.json({ code: 'session.none' }, 401)
    const asked = AskedDossier.safeParse(await c.req.json().catch(() => undefined))
    if (!asked.success) return c.json({ code: 'input.invalid' }, 400)
    const call = { hub, actor, requestId: c.get('requestId') }
    const taken = await takeDossier(call, asked.data)
      .then(async (dossier) => ({ ...dossier, bytesOf: await picturesOf({ vault }, call, dossier.pictures) }))
      .catch(orRefused)
    if (taken instanceof Refusal) return refusalAnswer(c, taken)
    const { name, digest, sections, withheld, pictures, rule } = taken
    const paper = { ...taken.paper, pictures: taken.bytesOf }
    const { caseId, purpose, format } = asked.data
    c.header('content-type', 'application/octet-stream')
    c.header('x-accel-buffering', 'no')
    return stream(
      c,
      async (out) => {
        const gone = new AbortController()
        out.onAbort(() => gone.abort())
        const say = (line: object) => out.writeln(JSON.stringify(line))
        await say({ state: 'waiting' })
        const file = await press.print(
          { paper, format },
          { signal: gone.signal, onProgress: (progress) => void say({ state: 'printing', ...progress }) },
        )
        if (gone.signal.aborted) return
        const fileDigest = sha256Hex(file)
        const counts = { sections, withheld, pictures: pictures.length, bytes: file.length }
        await recordExport(call, {
          caseId,
          rule,
          facts: { purpose, format, ...counts, dossierDigest: digest, fileDigest },
        })
        for (const picture of pictures) await recordTaken(call, picture, { act: 'file.download', purpose })
        await say({ state: 'done', name, type: types[format], bytes: file.length, digest: fileDigest })
        await out.write(file)
      },
      async (error, out) => {
        if (out.aborted) return
        log.error({ fault: faultOf(error), requestId: call.requestId }, 'a dossier could not be printed')
        await out.writeln(JSON.stringify({ state: 'failed', requestId: call.requestId }))
      },
    )
  })
}

import { buffer } from 'node:stream/consumers'
import { AskedBundle, takeBundle } from '@lianban/hub'
import { Refusal } from '@lianban/kernel'
import { Hono } from 'hono'
import { statuses } from './export-answers.ts'
import type { Env, Parts } from './parts.ts'

/** A case as one file for a court: `/exports/bundle/<purpose>/<case>.zip`. */
export function bundleRoutes({ hub, vault }: Pick<Parts, 'hub' | 'vault'>) {
  const contents: Parameters<typeof takeBundle>[2] = async ({ sha256, bytes }) => {
    const content = { sha256, size: bytes }
    if ((await vault.store.verify(content)) !== 'whole') return undefined
    return new Uint8Array(await buffer(vault.store.read(content)))
  }

  return new Hono<Env>().get('/:purpose/:file', async (c) => {
    const actor = c.get('actor')
    if (!actor) return c.json({ code: 'session.none' }, 401)
    const { purpose, file } = c.req.param()
    const [caseId, format] = file.split('.')
    const asked = AskedBundle.safeParse({ caseId, purpose })
    if (!asked.success || format !== 'zip') return c.json({ code: 'input.invalid' }, 400)
    const bundle = await takeBundle({ hub, actor, requestId: c.get('requestId') }, asked.data, contents).catch(
      (error: unknown) => {
        if (error instanceof Refusal) return error
        throw error
      },
    )
    if (bundle instanceof Refusal) {
      const { kind, code, sentence, facts } = bundle
      return c.json({ refusal: { kind, code, sentence, facts } }, statuses[kind])
    }
    c.header('content-type', 'application/zip')
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${bundle.name}.zip`)}`)
    return c.body(new Uint8Array(bundle.archive))
  })
}

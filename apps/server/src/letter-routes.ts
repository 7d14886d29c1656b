import { AskedLetter, takeLetter } from '@lianban/hub'
import { Refusal } from '@lianban/kernel'
import { Hono } from 'hono'
import { refusalAnswer, types } from './export-answers.ts'
import type { Env, Parts } from './parts.ts'

const isFormat = (format: string): format is keyof typeof types => Object.hasOwn(types, format)

/** A letter of a handoff as a file: `/exports/letter/<handoff>/<version of the receipt>/<letter>.pdf` or `.docx`. */
export function letterRoutes({ hub, press }: Pick<Parts, 'hub' | 'press'>) {
  return new Hono<Env>().get('/:handoffId/:version/:file', async (c) => {
    const actor = c.get('actor')
    if (!actor) return c.json({ code: 'session.none' }, 401)
    const { file, ...place } = c.req.param()
    const [letter, format = ''] = file.split('.')
    const asked = AskedLetter.safeParse({ ...place, letter })
    if (!asked.success || !isFormat(format)) return c.json({ code: 'input.invalid' }, 400)
    const call = { hub, actor, requestId: c.get('requestId') }
    const taken = await takeLetter(call, asked.data).catch((error: unknown) => {
      if (error instanceof Refusal) return error
      throw error
    })
    if (taken instanceof Refusal) return refusalAnswer(c, taken)
    const printed = await press.print(
      { paper: taken.paper, format },
      { signal: c.req.raw.signal, onProgress: () => undefined },
    )
    c.header('content-type', types[format])
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${taken.name}.${format}`)}`)
    return c.body(new Uint8Array(printed))
  })
}

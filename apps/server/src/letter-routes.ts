import { AskedAssistanceLetter, AskedLetter, takeAssistanceLetter, takeLetter } from '@lianban/hub'
import { Refusal } from '@lianban/kernel'
import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { refusalAnswer, types } from './export-answers.ts'
import type { Env, Parts } from './parts.ts'

const isFormat = (format: string): format is keyof typeof types => Object.hasOwn(types, format)

type Taken = Awaited<ReturnType<typeof takeLetter>>
type Taking<Asked> = (call: Parameters<typeof takeLetter>[0], asked: Asked) => Promise<Taken>

/**
 * Letters as files: `/exports/letter/<handoff>/<version of the receipt>/<letter>.pdf` or `.docx`, and those of a request
 * for assistance under `/exports/letter/assistance/` in the same way.
 */
export function letterRoutes({ hub, press }: Pick<Parts, 'hub' | 'press'>) {
  const answer =
    <Asked>(schema: z.ZodType<Asked>, take: Taking<Asked>) =>
    async (c: Context<Env>) => {
      const actor = c.get('actor')
      if (!actor) return c.json({ code: 'session.none' }, 401)
      const { file = '', ...place } = c.req.param() as Record<string, string>
      const [letter, format = ''] = file.split('.')
      const asked = schema.safeParse({ ...place, letter })
      if (!asked.success || !isFormat(format)) return c.json({ code: 'input.invalid' }, 400)
      const call = { hub, actor, requestId: c.get('requestId') }
      const taken = await take(call, asked.data).catch((error: unknown) => {
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
    }
  return new Hono<Env>()
    .get('/assistance/:assistanceId/:version/:file', answer(AskedAssistanceLetter, takeAssistanceLetter))
    .get('/:handoffId/:version/:file', answer(AskedLetter, takeLetter))
}

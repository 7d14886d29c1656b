import { AskedReport, reportTrailOfCase } from '@lianban/hub'
import { Refusal } from '@lianban/kernel'
import { Hono } from 'hono'
import { statuses, types } from './export-answers.ts'
import type { Env, Parts } from './parts.ts'

/** The trail of a case as a paper: `/exports/trail/<case>.pdf`, or of one thing in it with `?of=<its id>`. */
export function trailRoutes({ hub, press }: Pick<Parts, 'hub' | 'press'>) {
  return new Hono<Env>().get('/:file', async (c) => {
    const actor = c.get('actor')
    if (!actor) return c.json({ code: 'session.none' }, 401)
    const [caseId, format] = c.req.param('file').split('.')
    const subjectId = c.req.query('of')
    const asked = AskedReport.safeParse({ caseId, ...(subjectId !== undefined && { subjectId }) })
    if (!asked.success || format !== 'pdf') return c.json({ code: 'input.invalid' }, 400)
    const call = { hub, actor, requestId: c.get('requestId') }
    const report = await reportTrailOfCase(call, asked.data).catch((error: unknown) => {
      if (error instanceof Refusal) return error
      throw error
    })
    if (report instanceof Refusal) {
      const { kind, code, sentence, facts } = report
      return c.json({ refusal: { kind, code, sentence, facts } }, statuses[kind])
    }
    const printed = await press.print(
      { paper: report.paper, format },
      { signal: c.req.raw.signal, onProgress: () => undefined },
    )
    c.header('content-type', types[format])
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${report.name}.${format}`)}`)
    return c.body(new Uint8Array(printed))
  })
}

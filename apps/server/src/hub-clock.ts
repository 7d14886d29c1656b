import { lastEntryAt } from '@lianban/audit'
import type { Database } from '@lianban/db'
import { type Clock, makeMonotonicClock } from '@lianban/kernel'
import { NotReady } from './not-ready.ts'

const toleratedMs = 10 * 60_000

/**
 * A clock that begins no earlier than the log ends, so that no act is dated before another. A machine whose clock was
 * set back further than a few minutes is not started on: deadlines and grants would be wrong.
 */
export async function makeHubClock(
  db: Database,
  options: { acceptsSetBack: boolean; source?: () => number },
): Promise<Clock> {
  const source = options.source ?? Date.now
  if (options.acceptsSetBack) return makeMonotonicClock(source)
  const last = await db.transaction({ duty: 'verifier' }, new Date(source()), lastEntryAt)
  const behindMs = last ? last.getTime() - source() : 0
  if (behindMs <= toleratedMs) return makeMonotonicClock(source, last)
  const minutes = Math.ceil(behindMs / 60_000)
  throw new NotReady({
    zh: `本机时钟比审计日志的最后一条早 ${minutes} 分钟。请先校准时钟；如确认是日志时间有误，可设置 ACCEPT_CLOCK_SET_BACK=on 启动。`,
    en: `This machine’s clock is ${minutes} minutes behind the last entry of the audit log. Set the clock right; if the log’s times are the wrong ones, start with ACCEPT_CLOCK_SET_BACK=on.`,
  })
}

import type { Rooms } from '@lianban/collab'
import { listen } from '@lianban/db'
import { endCarrying, type Hub, type News, newsChannel, nextGrantEnd, readNews } from '@lianban/hub'
import type { Identity } from '@lianban/identity'
import type { Attendance } from './attendance.ts'
import type { PageStreams } from './page-streams.ts'
import type { RuleWatch } from './rule-watch.ts'

/**
 * Hears what happened in any process of the hub and passes it on to the open sockets and pages of this one: rights that
 * changed or ran out, sessions that ended, records that changed, sections that the hub wrote in.
 */
export async function watchRights(options: {
  readonly hub: Hub
  readonly url: string
  readonly identity: Identity
  readonly rooms: Rooms
  readonly streams: PageStreams
  readonly attendance: Attendance
  readonly rules: RuleWatch
  readonly watchMs: number
  readonly onFault: (error: unknown) => void
}): Promise<{ stop(): Promise<void> }> {
  const { hub, identity, rooms, streams, attendance, rules, watchMs, onFault } = options
  let nextEnd: NodeJS.Timeout | undefined
  let endedUpTo = new Date(0)
  let isStopped = false

  const noted = (work: Promise<unknown>) => void work.catch(onFault)

  /** Officers as the register has them now: a role that was taken away opens nothing any more. */
  async function renewPeople(): Promise<void> {
    const people = await identity.whoAre([...new Set([...streams.people(), ...attendance.people()])])
    attendance.renew(people)
    streams.renew(people)
    rooms.endSessions(attendance.people().filter((sessionId) => !people.has(sessionId)))
  }

  async function recheck(): Promise<void> {
    await Promise.all([rooms.recheck(), streams.recheck()])
  }

  /** A grant that runs out takes effect at its instant, though nobody does anything then. */
  async function awaitNextEnd(): Promise<void> {
    endedUpTo = await endCarrying(hub, endedUpTo)
    const at = await nextGrantEnd(hub)
    clearTimeout(nextEnd)
    const left = at ? at.getTime() - hub.clock.now().getTime() : Number.POSITIVE_INFINITY
    // What lies beyond the next round is looked for again then.
    if (isStopped || left > watchMs) return
    nextEnd = setTimeout(() => {
      noted(
        awaitNextEnd().finally(() => {
          streams.lists()
          return recheck()
        }),
      )
    }, left + 1)
  }

  /** News of records waits for what closes: pages that all look again at once would hold revocation up. */
  let closing: Promise<unknown> = Promise.resolve()

  async function heardAccess(news: News & { readonly what: 'access' }): Promise<void> {
    // First of all: whatever is asked from here on is asked of the new rules.
    if (news.kind === 'Rules') await rules.follow().catch(onFault)
    const isOnRecord = news.kind === 'Case' || news.kind === 'Clue' || news.kind === 'TaskForce'
    if (!isOnRecord) {
      await renewPeople().catch(onFault)
      streams.lists()
    }
    // Whatever failed before: who cannot be decided on keeps nothing open.
    await recheck()
    await awaitNextEnd()
  }

  function heard(payload: string): void {
    const news = readNews(payload)
    if (news?.what === 'record') void closing.then(() => streams.heard(news))
    else if (news?.what === 'notice') void streams.noticed(news.agencyId)
    else if (news?.what === 'session') endSessions([news.id])
    else if (news?.what === 'written') rooms.look([news.sectionId])
    else if (news) closing = Promise.all([closing, heardAccess(news).catch(onFault)])
  }

  const endSessions = (ids: readonly string[]) => {
    rooms.endSessions(ids)
    streams.endSessions(ids)
  }

  /** Whatever was said while nobody listened is lost, so everything is asked again. */
  const resumed = () => {
    streams.resync()
    noted(rules.follow().then(renewPeople).catch(onFault).then(recheck).then(awaitNextEnd))
  }

  identity.onSessionsEnded(endSessions)
  const ears = await listen(options.url, newsChannel, heard, resumed)
  const round = setInterval(() => {
    const active = attendance.takeActive()
    noted(Promise.all([active.length ? identity.keepAwake(active) : undefined, identity.endOverdue()]))
    noted(rules.look())
    streams.lookForNotices()
    noted(rules.follow().catch(onFault).then(recheck).then(awaitNextEnd))
  }, watchMs)
  noted(awaitNextEnd())

  return {
    async stop() {
      isStopped = true
      clearInterval(round)
      clearTimeout(nextEnd)
      await ears.close()
    },
  }
}

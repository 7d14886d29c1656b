import { randomUUID } from 'node:crypto'
import type { News, Ref } from '@lianban/hub'
import type { SignedIn } from '@lianban/identity'
import type { AgencyId } from '@lianban/kernel'
import type { Decisions } from './decisions.ts'
import { makePageNotices, type Notices } from './page-notices.ts'
import { keyOf, type Mark, PageStream } from './page-stream.ts'

export type PageStreams = ReturnType<typeof makePageStreams>

/** What one session may hold open: browsers keep six connections to a plain http origin, and the hub's calls need some. */
const streamsPerSession = 4
/** A page that opens its stream just after it has read a record misses nothing of the moment between. */
const lookBackMs = 5_000
const remembered = 2_000

type Heard = { readonly serial: number; readonly at: number; readonly news: News & { readonly what: 'record' } }

/** The open pages of one process, and what each of them is told. */
export function makePageStreams(options: {
  readonly decisions: Decisions
  readonly notices: Notices
  readonly onFault: (error: unknown) => void
  readonly elapsedMs?: () => number
}) {
  const { decisions, notices, onFault, elapsedMs = () => performance.now() } = options
  /** Serials of another process or an earlier start mean nothing here. */
  const era = randomUUID().slice(0, 8)
  const streams = new Set<PageStream>()
  const heard: Heard[] = []
  let serial = 0
  let isStopping = false
  const last = { left() {} }

  const pass = (stream: PageStream, { news }: Heard) => {
    const isOwn = news.sessionId === stream.actor.sessionId
    for (const { kind, id } of news.about)
      if (stream.watched.has(keyOf({ kind, id }))) stream.tell({ event: 'changed', kind, id, own: isOwn })
    if (news.agencies === 'all' || news.agencies.includes(stream.actor.officer.agencyId))
      stream.tell({ event: 'lists' })
  }

  const missed = (lastEventId: string | undefined): readonly Heard[] | 'unknown' => {
    if (lastEventId === undefined) return heard.filter(({ at }) => elapsedMs() - at < lookBackMs)
    const [ofEra, last] = lastEventId.split('.')
    const from = Number(last)
    const isKnown = ofEra === era && (from >= serial || heard.some((each) => each.serial <= from + 1))
    return isKnown ? heard.filter((each) => each.serial > from) : 'unknown'
  }

  /** Asks for each stream what its officer may still read, once an officer, and shuts what is lost. */
  async function decide(asked: readonly PageStream[]): Promise<void> {
    const byOfficer = Map.groupBy(asked, ({ actor }) => actor.officer.id)
    await Promise.all(
      [...byOfficer.values()].map(async (ofOne) => {
        const asks = new Map(ofOne.map((stream) => [stream, ++stream.decision]))
        const refs = new Map(ofOne.flatMap(({ watched }) => [...watched]))
        try {
          const answer = await decisions.ask(ofOne[0]!.actor.officer, { refs: [...refs.values()] })
          const readable = new Set(answer.readable.map(keyOf))
          for (const [stream, decision] of asks) {
            if (stream.decision !== decision) continue
            for (const ref of [...stream.watched.values()]) if (!readable.has(keyOf(ref))) stream.shut(ref)
            stream.decided()
          }
        } catch (error) {
          onFault(error)
          // Without an answer nobody is told anything; the page comes back and is decided on again.
          for (const stream of asks.keys()) stream.end('unavailable')
        }
      }),
    )
  }

  const inbox = makePageNotices({ streams, notices, onFault })

  return {
    open(actor: SignedIn, refs: readonly Ref[], lastEventId?: string): PageStream {
      const stream = new PageStream(actor, refs)
      if (isStopping) {
        stream.end('stopping')
        return stream
      }
      const ofSession = [...streams].filter((each) => !each.isEnded && each.actor.sessionId === actor.sessionId)
      for (const oldest of ofSession.slice(0, Math.max(0, ofSession.length + 1 - streamsPerSession)))
        oldest.end('superseded')
      streams.add(stream)
      const before = missed(lastEventId)
      stream.begin({ serial: before === 'unknown' ? serial : serial - before.length, noticed: undefined })
      stream.tell({ event: before === 'unknown' ? 'resync' : 'open' })
      if (before !== 'unknown') for (const each of before) pass(stream, each)
      stream.passed({ serial })
      void decide([stream])
      void inbox.begin(stream, lastEventId)
      return stream
    },

    leave(stream: PageStream): void {
      streams.delete(stream)
      if (streams.size === 0) last.left()
    },

    /** Every event carries how far its page has heard, so that it can go on from there. */
    mark: (mark: Mark) => `${era}.${mark.serial}.${mark.noticed ?? ''}`,

    /** Officers of the agency were told something. */
    noticed: (agencyId: AgencyId): Promise<void> => inbox.look(agencyId),

    heard(news: News & { readonly what: 'record' }): void {
      const each = { serial: ++serial, at: elapsedMs(), news }
      heard.push(each)
      if (heard.length > remembered) heard.splice(0, heard.length - remembered)
      for (const stream of streams) {
        pass(stream, each)
        stream.passed({ serial })
      }
    },

    /** Asks anew what these pages, or all, may have open. */
    recheck: (which: (stream: PageStream) => boolean = () => true): Promise<void> =>
      decide([...streams].filter((stream) => !stream.isEnded && which(stream))),

    /** What was said meanwhile may have been missed: every page looks for itself. */
    resync(): void {
      for (const stream of streams) stream.tell({ event: 'resync' })
      inbox.lookForAll()
    },

    /** Notices of every agency that has a page open, should a word of them have been lost. */
    lookForNotices: inbox.lookForAll,

    lists(): void {
      for (const stream of streams) stream.tell({ event: 'lists' })
    },

    people: (): SignedIn['sessionId'][] => [...new Set([...streams].map(({ actor }) => actor.sessionId))],

    /** The officers behind the streams as the register has them now; a session that is gone takes its streams along. */
    renew(people: ReadonlyMap<SignedIn['sessionId'], SignedIn>): void {
      for (const stream of streams) {
        const actor = people.get(stream.actor.sessionId)
        if (actor) stream.actor = actor
        else stream.end('session-ended')
      }
    },

    endSessions(ids: readonly string[]): void {
      for (const stream of streams) if (ids.includes(stream.actor.sessionId)) stream.end('session-ended')
    },

    count: () => streams.size,

    /** Resolves when every page has been told. */
    async close(): Promise<void> {
      isStopping = true
      for (const stream of streams) stream.end('stopping')
      if (streams.size > 0) await new Promise<void>((resolve) => Object.assign(last, { left: resolve }))
    },
  }
}

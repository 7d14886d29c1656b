import type { NoticeSaid } from '@lianban/hub'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import type { PageStream } from './page-stream.ts'

/** What officers of an agency were told after a number, and how far that reaches; without a number only how far. */
export type Notices = (asked: {
  readonly agencyId: AgencyId
  readonly after: number | undefined
  readonly officerIds: readonly OfficerId[]
}) => Promise<{ readonly last: number; readonly said: readonly NoticeSaid[] }>

/** Tells the open pages of this process their notices, each in the order of its numbers, none twice and none left out. */
export function makePageNotices(options: {
  readonly streams: ReadonlySet<PageStream>
  readonly notices: Notices
  readonly onFault: (error: unknown) => void
}) {
  const { streams, notices, onFault } = options
  const agencyOf = ({ actor }: PageStream) => actor.officer.agencyId

  const pagesOf = (agencyId: AgencyId) =>
    [...streams].filter((stream) => !stream.isEnded && agencyOf(stream) === agencyId)

  /** A page that comes for the first time begins with what is told from now on: what was before it reads in its list. */
  async function pass(agencyId: AgencyId): Promise<void> {
    const pages = pagesOf(agencyId).map((stream) => ({ stream, noticed: stream.upTo.noticed }))
    if (!pages.length) return
    const begun = pages.flatMap(({ noticed }) => noticed ?? [])
    const officerIds = [...new Set(pages.map(({ stream }) => stream.actor.officer.id))]
    const after = begun.length ? begun.reduce((least, one) => Math.min(least, one)) : undefined
    const { last, said } = await notices({ agencyId, after, officerIds })
    const byOfficer = Map.groupBy(said, ({ officerId }) => officerId)
    for (const { stream, noticed } of pages) {
      if (noticed === undefined) {
        stream.begin({ noticed: last })
        continue
      }
      for (const { number, kind, isUrgent } of byOfficer.get(stream.actor.officer.id) ?? [])
        if (number > noticed) stream.tell({ event: 'notice', number, kind, urgent: isUrgent })
      stream.passed({ noticed: last })
    }
  }

  /** One question for all pages of an agency; what comes while it is under way is asked for once more, and for all together. */
  const looking = new Map<AgencyId, { again: boolean; done: Promise<void> }>()
  function look(agencyId: AgencyId): Promise<void> {
    const underWay = looking.get(agencyId)
    if (underWay) {
      underWay.again = true
      return underWay.done
    }
    const mine = { again: true, done: Promise.resolve() }
    looking.set(agencyId, mine)
    const run = async () => {
      while (mine.again) {
        mine.again = false
        await pass(agencyId)
      }
    }
    mine.done = run()
      .catch((error: unknown) => {
        onFault(error)
        // Without an answer nobody is told where to begin; the page comes back.
        for (const stream of pagesOf(agencyId)) if (stream.upTo.noticed === undefined) stream.end('unavailable')
      })
      .finally(() => looking.delete(agencyId))
    return mine.done
  }

  return {
    look,

    begin(stream: PageStream, lastEventId: string | undefined): Promise<void> {
      const noticed = noticedIn(lastEventId)
      if (noticed !== undefined) stream.begin({ noticed })
      return look(agencyOf(stream))
    },

    /** Should a word have been lost. */
    lookForAll(): void {
      for (const agencyId of new Set([...streams].map(agencyOf))) void look(agencyId)
    },
  }
}

/** Numbers of notices are the database’s own: they mean the same in every process and after every start. */
function noticedIn(lastEventId: string | undefined): number | undefined {
  const text = lastEventId?.split('.')[2]
  return text && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

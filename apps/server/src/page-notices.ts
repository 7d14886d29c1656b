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

  async function pass(agencyId: AgencyId): Promise<void> {
    const pages = [...streams].flatMap((stream) => {
      const { noticed } = stream.upTo
      const isMeant = !stream.isEnded && agencyOf(stream) === agencyId && noticed !== undefined
      return isMeant ? [{ stream, noticed }] : []
    })
    if (!pages.length) return
    const officerIds = [...new Set(pages.map(({ stream }) => stream.actor.officer.id))]
    const after = Math.min(...pages.map(({ noticed }) => noticed))
    const { last, said } = await notices({ agencyId, after, officerIds })
    const byOfficer = Map.groupBy(said, ({ officerId }) => officerId)
    for (const { stream, noticed } of pages) {
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
      .catch(onFault)
      .finally(() => looking.delete(agencyId))
    return mine.done
  }

  return {
    look,

    /** A page that comes for the first time begins with what is told from now on: what was before it reads in its list. */
    async begin(stream: PageStream, lastEventId: string | undefined): Promise<void> {
      const agencyId = agencyOf(stream)
      try {
        const noticed =
          noticedIn(lastEventId) ?? (await notices({ agencyId, after: undefined, officerIds: [] })).last
        stream.begin({ noticed })
        await look(agencyId)
      } catch (error) {
        onFault(error)
        stream.end('unavailable')
      }
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

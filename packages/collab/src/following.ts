import type { NewUpdate, Position, RoomStore, StoredUpdate } from './store.ts'

export type FollowedUpdate = StoredUpdate & { readonly roomId: string }

/** What was saved by this process or another: a stretch of numbers, and the rooms that it is about. */
type Stretch = { readonly first: number; readonly last: number; readonly roomIds?: readonly string[] | undefined }

type Own = readonly { readonly row: Pick<NewUpdate, 'roomId'> }[]

export type Following = {
  isBehind(): boolean
  catchUp(): Promise<void>
  /** Shows the own batch at its place among what others saved. */
  saved(batch: Own, first: number, show: () => void): Promise<void>
}

/** The rooms of a process that serves them alone: nothing happens that it did not do itself. */
export const alone = (reach: (roomId: string, seq: number) => void): Following => ({
  isBehind: () => false,
  catchUp: async () => {},
  async saved(batch, first, show) {
    show()
    for (const [i, { row }] of batch.entries()) reach(row.roomId, first + i)
  },
})

/**
 * Keeps the open rooms up with what other processes save. Numbers follow each other without a gap, so a gap tells that
 * something was saved of which nobody told yet.
 */
export function createFollowing(options: {
  readonly store: RoomStore
  readonly retryMs: number
  /** The rooms that are open here, among the named ones or all, and how far each is. */
  positions(roomIds?: readonly string[]): Position[]
  take(update: FollowedUpdate): void
  reach(roomId: string, seq: number): void
  failed(cause: unknown): void
  nudge(): void
}) {
  let at: number | undefined
  let heard: Stretch[] = []
  let waiting: Set<string> | 'all' = new Set()
  let retry: NodeJS.Timeout | undefined

  const wait = (roomIds: readonly string[] | undefined) => {
    if (roomIds === undefined) waiting = 'all'
    else if (waiting !== 'all') for (const roomId of roomIds) waiting.add(roomId)
  }

  /** Takes in what was told, and finds out whether something was not told. */
  const take = (own?: Stretch) => {
    for (const { roomIds } of heard) wait(roomIds)
    const stretches = own ? [...heard, own] : heard
    heard = []
    for (const { first, last } of stretches.toSorted((a, b) => a.first - b.first)) {
      if (last <= (at ?? 0)) continue
      if (first !== (at ?? 0) + 1) wait(undefined)
      at = last
    }
  }

  const isWaiting = () => waiting === 'all' || waiting.size > 0

  /** What others saved, in order; nothing is forgotten while the store cannot be asked. */
  const fetch = async (): Promise<FollowedUpdate[] | undefined> => {
    const asked = waiting
    waiting = new Set()
    const positions = options.positions(asked === 'all' ? undefined : [...asked])
    if (positions.length === 0) return []
    try {
      return await options.store.since(positions)
    } catch (cause) {
      wait(asked === 'all' ? undefined : [...asked])
      options.failed(cause)
      retry ??= setTimeout(() => {
        retry = undefined
        options.nudge()
      }, options.retryMs).unref()
      return undefined
    }
  }

  const show = (updates: readonly FollowedUpdate[]) => {
    for (const update of updates) options.take(update)
    for (const { roomId, seq } of updates) options.reach(roomId, seq)
  }

  return {
    isBehind: () => retry === undefined && (heard.length > 0 || isWaiting()),
    async catchUp() {
      take()
      if (isWaiting()) show((await fetch()) ?? [])
    },
    async saved(batch, first, showOwn) {
      const last = first + batch.length - 1
      take({ first, last, roomIds: [] })
      const others = isWaiting() ? await fetch() : []
      show((others ?? []).filter(({ seq }) => seq < first))
      showOwn()
      // Without knowing what others saved, the rooms are no further: what was missed is asked for again.
      if (others) for (const [i, { row }] of batch.entries()) options.reach(row.roomId, first + i)
      show((others ?? []).filter(({ seq }) => seq > last))
    },
    /** Another process told what it saved. */
    heard(stretch: Stretch): void {
      heard.push(stretch)
      options.nudge()
    },
    /** Something may have been missed, in these rooms or in any. */
    look(roomIds?: readonly string[]): void {
      wait(roomIds)
      options.nudge()
    },
    stop: () => clearTimeout(retry),
  } satisfies Following & Record<string, unknown>
}

/** A record that a page has open, as the hub's policy names its kind. */
export type Ref = { readonly kind: 'Case' | 'Clue' | 'Handoff' | 'TaskForce' | 'Assistance'; readonly id: string }

/** What the hub tells a page: never content, only where to look again and what to drop. */
export type LiveEvent =
  | { readonly event: 'changed'; readonly kind: string; readonly id: string; readonly own: boolean }
  | { readonly event: 'closed'; readonly kind: string; readonly id: string }
  | { readonly event: 'notice'; readonly number: number; readonly kind: string; readonly urgent: boolean }
  | { readonly event: 'lists' | 'resync' | 'session-ended' }

/** As much of the browser's EventSource as is used here. */
export type Source = Pick<EventSource, 'close' | 'readyState'> & {
  addEventListener(
    name: string,
    heard: (event: { readonly data?: string; readonly lastEventId?: string }) => void,
  ): void
}

const told = ['changed', 'closed', 'notice', 'lists', 'resync'] as const
const gone = 2

export type Line = ReturnType<typeof makeLine>

/**
 * The one stream of events of this page. It is opened anew when the page opens other records, and goes on from the last
 * mark that was heard, so that nothing is missed in between.
 */
export function makeLine(options: {
  open(url: string): Source
  heard(event: LiveEvent): void
  onUp(isUp: boolean): void
  later(work: () => void, ms: number): () => void
}) {
  const watched = new Map<string, { readonly ref: Ref; count: number }>()
  let source: Source | undefined
  let mark = ''
  let attempts = 0
  let cancel = () => {}
  /** Another page of this session has taken the place; it is taken back when somebody looks at this one. */
  let hasGivenWay = false
  let isOver = false

  function connect(): void {
    drop()
    if (isOver) return
    hasGivenWay = false
    const params = new URLSearchParams({ watch: [...watched.keys()].sort().join(','), ...(mark && { from: mark }) })
    const fresh = options.open(`/events?${params}`)
    source = fresh
    fresh.addEventListener('open', ({ lastEventId }) => {
      // Both the browser's own event and the hub's first word have this name; only the hub's carries a mark.
      if (!lastEventId) return
      mark = lastEventId
      attempts = 0
      options.onUp(true)
    })
    for (const name of told)
      fresh.addEventListener(name, ({ data, lastEventId }) => {
        mark = lastEventId || mark
        options.onUp(true)
        options.heard({ ...JSON.parse(data || '{}'), event: name } as LiveEvent)
      })
    fresh.addEventListener('ended', ({ data }) => ended((JSON.parse(data || '{}') as { reason?: string }).reason))
    fresh.addEventListener('error', () => {
      options.onUp(false)
      // The browser comes back by itself unless the hub answered with a refusal.
      if (source === fresh && fresh.readyState === gone) again()
    })
  }

  function ended(reason: string | undefined): void {
    drop()
    options.onUp(false)
    if (reason === 'session-ended') {
      isOver = true
      options.heard({ event: 'session-ended' })
    } else if (reason === 'superseded') hasGivenWay = true
    else again()
  }

  function again(): void {
    attempts += 1
    cancel()
    cancel = options.later(connect, Math.min(1000 * 2 ** attempts, 30_000))
  }

  function drop(): void {
    cancel()
    source?.close()
    source = undefined
  }

  /** Several pages come and go in one turn of the router: one opening serves them all. */
  function soon(): void {
    cancel()
    cancel = options.later(connect, 0)
  }

  return {
    start: soon,
    watch(ref: Ref): () => void {
      const key = `${ref.kind}:${ref.id}`
      const entry = watched.get(key) ?? { ref, count: 0 }
      entry.count += 1
      watched.set(key, entry)
      if (entry.count === 1) soon()
      return () => {
        entry.count -= 1
        if (entry.count > 0 || watched.get(key) !== entry) return
        watched.delete(key)
        soon()
      }
    },
    /** Somebody looks at this page again, or has signed in again. */
    wake(): void {
      if (!hasGivenWay && !isOver && source && source.readyState !== gone) return
      isOver = false
      connect()
    },
    stop(): void {
      isOver = true
      drop()
    },
  }
}

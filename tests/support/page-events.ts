import { vi } from 'vitest'

/** What was said, and the mark from which a page that comes back goes on. */
export type PageEvent = { readonly mark: string; readonly event: string; readonly [fact: string]: unknown }

/** A page's stream of events, as a browser's EventSource would hold it, except that it does not come back by itself. */
export async function openEvents(page: {
  readonly origin: string
  readonly cookie: string
  readonly watch?: readonly string[]
  readonly lastEventId?: string
  readonly headers?: Record<string, string>
}) {
  const leaving = new AbortController()
  const address = `${page.origin}/events?watch=${(page.watch ?? []).join(',')}`
  const response = await fetch(address, {
    headers: {
      cookie: page.cookie,
      accept: 'text/event-stream',
      ...(page.lastEventId !== undefined && { 'last-event-id': page.lastEventId }),
      ...page.headers,
    },
    signal: leaving.signal,
  })
  const events: PageEvent[] = []
  const ears: ((event: PageEvent) => void)[] = []
  const hear = (event: PageEvent) => {
    events.push(event)
    for (const hears of ears) hears(event)
  }
  const closed = response.ok ? gather(response, hear).catch(() => {}) : Promise.resolve()
  return {
    status: response.status,
    response,
    events,
    /** Settles when the server has ended the stream. */
    closed,
    said: (event: string, facts: Record<string, unknown> = {}) =>
      vi.waitFor(() => {
        const found = events.find((each) => each.event === event && has(each, facts))
        if (!found) throw new Error(`not said: ${event} ${JSON.stringify(facts)}, only ${JSON.stringify(events)}`)
        return found
      }, 5000),
    /** Hears what was said so far and everything from now on. */
    on(hears: (event: PageEvent) => void): void {
      for (const event of events) hears(event)
      ears.push(hears)
    },
    leave: () => leaving.abort(),
  }
}

const has = (event: PageEvent, facts: Record<string, unknown>): boolean =>
  Object.entries(facts).every(([name, value]) => event[name] === value)

async function gather(response: Response, hear: (event: PageEvent) => void): Promise<void> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const part of response.body!) {
    text += decoder.decode(part, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop()!
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)))
      if (fields.event) hear({ ...JSON.parse(fields.data), event: fields.event, mark: fields.id })
    }
  }
}

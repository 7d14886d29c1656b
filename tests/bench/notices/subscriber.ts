import { setTimeout as pause } from 'node:timers/promises'
import { openEvents } from '../../support/page-events.ts'

export type Subscriber = {
  /** When each notice came, by its number; a second time is a repeat. */
  readonly heard: ReadonlyMap<number, readonly number[]>
  leave(): void
}

/** A page that comes back by itself after a lost line, from the last mark that it heard, as a browser’s EventSource does. */
export async function subscribe(origin: string, cookie: string): Promise<Subscriber> {
  const heard = new Map<number, number[]>()
  let isLeaving = false
  let mark: string | undefined
  let page = await connect()

  async function connect() {
    const opened = await openEvents({ origin, cookie, ...(mark !== undefined && { lastEventId: mark }) })
    if (opened.status !== 200) throw new Error(`the page answered ${opened.status}`)
    await new Promise<void>((resolve) =>
      opened.on((told) => {
        mark = told.mark
        if (told.event === 'notice') {
          const number = Number(told.number)
          heard.set(number, [...(heard.get(number) ?? []), performance.now()])
        }
        if (told.event === 'open' || told.event === 'resync') resolve()
      }),
    )
    return opened
  }

  async function stay(): Promise<void> {
    while (!isLeaving) {
      await page.closed
      for (let isBack = false; !isBack && !isLeaving; ) {
        isBack = await connect().then(
          (again) => {
            page = again
            return true
          },
          () => pause(100, false),
        )
      }
    }
  }
  void stay()
  return {
    heard,
    leave() {
      isLeaving = true
      page.leave()
    },
  }
}

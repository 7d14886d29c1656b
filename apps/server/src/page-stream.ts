import type { Ref } from '@lianban/hub'
import type { SignedIn } from '@lianban/identity'

/** Why a stream ends for good, or until the page comes back by itself. */
export type Ending = 'session-ended' | 'superseded' | 'stopping' | 'unavailable'

/** What a page is told: that something it has open changed or is closed to it, that lists may differ, or to look at everything. */
export type PageEvent =
  | { readonly event: 'changed'; readonly kind: string; readonly id: string; readonly own: boolean }
  | { readonly event: 'closed'; readonly kind: string; readonly id: string }
  | { readonly event: 'notice'; readonly number: number; readonly kind: string; readonly urgent: boolean }
  | { readonly event: 'lists' }
  | { readonly event: 'resync' }
  | { readonly event: 'open' }
  | { readonly event: 'ended'; readonly reason: Ending }

/** How far a page has heard: of the news of this process, and of the notices to its officer. */
export type Mark = { readonly serial: number; readonly noticed: number | undefined }

export const keyOf = ({ kind, id }: Ref): string => `${kind}:${id}`

/**
 * What waits to be told to one page. News of one kind about one record is one event however often it comes, so a page
 * that reads slowly holds no more than the records that it watches.
 */
export class PageStream {
  actor: SignedIn
  readonly watched: Map<string, Ref>
  /** Nothing is told before the first decision on what the page may watch. */
  isDecided = false
  /** The newest decision; an older one that arrives later is void. */
  decision = 0
  /** How far everything is told or waiting to be told; nothing is said before it is known where its notices begin. */
  upTo: Mark = { serial: 0, noticed: undefined }
  /** How far the page has heard once it has what was taken last. */
  #taken: Mark = this.upTo
  #before: Mark = this.upTo
  #waiting = new Map<string, PageEvent>()
  #ending: Ending | undefined
  #wake: () => void = () => {}

  constructor(actor: SignedIn, refs: readonly Ref[]) {
    this.actor = actor
    this.watched = new Map(refs.map((ref) => [keyOf(ref), ref]))
  }

  get isEnded(): boolean {
    return this.#ending !== undefined
  }

  tell(event: PageEvent): void {
    if (this.isEnded) return
    const key = keyIn(event)
    const earlier = this.#waiting.get(key)
    const isForeign = earlier?.event === 'changed' && !earlier.own
    this.#waiting.set(key, isForeign && event.event === 'changed' ? { ...event, own: false } : event)
    this.#wake()
  }

  /** The page loses a record: whatever was still to be said about it is not said any more. */
  shut(ref: Ref): void {
    if (!this.watched.delete(keyOf(ref))) return
    this.#waiting.delete(`changed ${keyOf(ref)}`)
    this.tell({ event: 'closed', kind: ref.kind, id: ref.id })
  }

  /** The page goes on from here. */
  begin(from: Partial<Mark>): void {
    this.#taken = { ...this.#taken, ...from }
    this.passed(from)
  }

  passed(further: Partial<Mark>): void {
    if (this.isEnded) return
    this.upTo = { ...this.upTo, ...further }
    this.#wake()
  }

  decided(): void {
    this.isDecided = true
    this.#wake()
  }

  end(reason: Ending): void {
    if (this.isEnded) return
    this.#waiting = new Map([['ended', { event: 'ended', reason }]])
    this.#ending = reason
    // What was not said any more is said to whoever comes back.
    this.upTo = this.#taken
    this.#wake()
  }

  /**
   * What is to be said now, waiting up to so long for it; nothing once the last word was said. Each word carries the mark
   * to go on from: a line that breaks between two of them loses none and repeats no notice.
   */
  async said(patienceMs: number): Promise<{ events: PageEvent[]; marks: Mark[] } | undefined> {
    const events = await this.next(patienceMs)
    if (!events) return undefined
    const { serial } = this.#before
    let { noticed } = this.#before
    const marks = events.map((event, i) => {
      if (i === events.length - 1) return this.#taken
      if (event.event === 'notice') noticed = event.number
      return { serial, noticed }
    })
    return { events, marks: marks.length ? marks : [this.#taken] }
  }

  async next(patienceMs: number): Promise<PageEvent[] | undefined> {
    if (!this.#isReady) await this.#something(patienceMs)
    if (!this.#isReady) return this.isEnded ? undefined : []
    const events = [...this.#waiting.values()]
    this.#before = this.#taken
    this.#taken = this.upTo
    this.#waiting.clear()
    return events
  }

  get #isReady(): boolean {
    return this.#waiting.size > 0 && ((this.isDecided && this.upTo.noticed !== undefined) || this.isEnded)
  }

  #something(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.isEnded) return resolve()
      const timer = setTimeout(resolve, patienceMs)
      this.#wake = () => {
        if (!this.#isReady) return
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

function keyIn(event: PageEvent): string {
  if ('id' in event) return `${event.event} ${keyOf(event)}`
  return event.event === 'notice' ? `notice ${event.number}` : event.event
}

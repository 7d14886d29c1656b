import type { Ref } from '@lianban/hub'
import type { SignedIn } from '@lianban/identity'

/** Why a stream ends for good, or until the page comes back by itself. */
export type Ending = 'session-ended' | 'superseded' | 'stopping' | 'unavailable'

/** What a page is told: that something it has open changed or is closed to it, that lists may differ, or to look at everything. */
export type PageEvent =
  | { readonly event: 'changed'; readonly kind: string; readonly id: string; readonly own: boolean }
  | { readonly event: 'closed'; readonly kind: string; readonly id: string }
  | { readonly event: 'lists' }
  | { readonly event: 'resync' }
  | { readonly event: 'open' }
  | { readonly event: 'ended'; readonly reason: Ending }

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
    const key = 'id' in event ? `${event.event} ${keyOf(event)}` : event.event
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

  decided(): void {
    this.isDecided = true
    this.#wake()
  }

  end(reason: Ending): void {
    if (this.isEnded) return
    this.#waiting = new Map([['ended', { event: 'ended', reason }]])
    this.#ending = reason
    this.#wake()
  }

  /** What is to be said now, waiting up to so long for it; nothing once the last word was said. */
  async next(patienceMs: number): Promise<PageEvent[] | undefined> {
    if (!this.#isReady) await this.#something(patienceMs)
    if (!this.#isReady) return this.isEnded ? undefined : []
    const events = [...this.#waiting.values()]
    this.#waiting.clear()
    return events
  }

  get #isReady(): boolean {
    return this.#waiting.size > 0 && (this.isDecided || this.isEnded)
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

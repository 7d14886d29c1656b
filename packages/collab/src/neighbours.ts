import type { Relay } from './relay.ts'
import { type PresentElsewhere, readWords, type Words, written } from './relay-words.ts'

/** A process that has said nothing for so long is gone; each says every third of it that it is there. */
const silenceMs = 30_000
/** Cursors of so long go out together. */
const gatherMs = 30

/** The other processes that serve the same rooms, as far as they have been heard. */
export function createNeighbours(options: {
  readonly relay: Relay
  readonly lookMs: number
  /** Resolves when what is on its way to the store has arrived or failed. */
  settled(): Promise<void>
  heardSaved(saved: Words & { readonly kind: 'saved' }): void
  heardPresence(roomId: string, server: string, told: readonly PresentElsewhere[]): void
  presentHere(roomId: string): readonly PresentElsewhere[]
  /** Something may have been missed. */
  look(): void
  failed(cause: unknown): void
}) {
  const { relay } = options
  const seen = new Map<string, number>()
  let gathered: Record<string, PresentElsewhere[]> = {}
  let gathering: NodeJS.Timeout | undefined

  const say = (words: Words) => void relay.publish(written(words)).catch(options.failed)

  const isAlone = () => {
    for (const [server, at] of seen) if (at < performance.now() - silenceMs) seen.delete(server)
    return seen.size === 0
  }

  const spread = (roomId: string, told: readonly PresentElsewhere[]) => {
    if (told.length === 0 || isAlone()) return
    gathered[roomId] = [...(gathered[roomId] ?? []), ...told]
    gathering ??= setTimeout(() => {
      gathering = undefined
      const rooms = gathered
      gathered = {}
      say({ kind: 'presence', server: relay.server, rooms })
    }, gatherMs)
  }

  /** What was saved while nobody else was known was told to nobody: from here on all is, and before that there may be news. */
  const welcome = async () => {
    await options.settled()
    say({ kind: 'look', server: relay.server })
  }

  const heard = (text: string) => {
    const words = readWords(text)
    if (!words || words.server === relay.server) return
    seen.set(words.server, performance.now())
    if (words.kind === 'saved') options.heardSaved(words)
    if (words.kind === 'hello') void welcome()
    if (words.kind === 'look') options.look()
    if (words.kind === 'who') spread(words.roomId, options.presentHere(words.roomId))
    if (words.kind === 'presence')
      for (const [roomId, told] of Object.entries(words.rooms)) options.heardPresence(roomId, words.server, told)
  }

  const listening = relay
    .listen({
      heard(text) {
        try {
          heard(text)
        } catch (cause) {
          options.failed(cause)
        }
      },
      resumed: options.look,
    })
    .then(() => say({ kind: 'hello', server: relay.server }))
  const beat = setInterval(() => say({ kind: 'here', server: relay.server }), silenceMs / 3).unref()
  const round = setInterval(options.look, options.lookMs).unref()

  return {
    /** Nothing is read from the store before others are heard, or what comes between would be missed. */
    listening,
    spread,
    isAlone,
    saved(first: number, last: number, roomIds: readonly string[]): void {
      if (!relay.tellsCommits && !isAlone()) say({ kind: 'saved', server: relay.server, first, last, roomIds })
    },
    askWho(roomId: string): void {
      if (!isAlone()) say({ kind: 'who', server: relay.server, roomId })
    },
    async close(): Promise<void> {
      clearInterval(beat)
      clearInterval(round)
      clearTimeout(gathering)
      if (Object.keys(gathered).length > 0)
        await relay.publish(written({ kind: 'presence', server: relay.server, rooms: gathered })).catch(options.failed)
      await relay.close()
    },
  }
}

export type Neighbours = ReturnType<typeof createNeighbours>

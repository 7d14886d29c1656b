import type { Writable } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Connection } from './connection.ts'

type Pile = { messages: Uint8Array[]; isAnswer: boolean }

/** Collects what one turn of the event loop has for each socket and hands it over in one write. */
export function createOutbox(options: { unsentBytes: number; tooSlow(connection: Connection): void }) {
  const piles = new Map<Connection, Pile>()
  /** Bytes of an answer to sync step 1 still under way: a long dossier is no fault of its reader. */
  const excused = new WeakMap<Connection, number>()
  let scheduled = false

  const deliver = (connection: Connection, { messages, isAnswer }: Pile) => {
    const { socket } = connection
    const before = socket.bufferedAmount
    if (before === 0) excused.delete(connection)
    const stream = streamOf(socket)
    stream?.cork()
    for (const message of messages) socket.send(message, { binary: true, compress: false })
    stream?.uncork()
    const after = socket.bufferedAmount
    if (isAnswer && !excused.has(connection)) excused.set(connection, after - before)
    else if (after - (excused.get(connection) ?? 0) > options.unsentBytes) options.tooSlow(connection)
  }

  const flush = () => {
    scheduled = false
    const ready = [...piles]
    piles.clear()
    for (const [connection, pile] of ready) {
      if (connection.socket.readyState === connection.socket.OPEN) deliver(connection, pile)
    }
  }

  return {
    send(connection: Connection, messages: readonly Uint8Array[], kind: 'news' | 'answer' = 'news'): void {
      if (connection.state !== 'open') return
      const pile = piles.get(connection)
      if (pile) for (const message of messages) pile.messages.push(message)
      else piles.set(connection, { messages: [...messages], isAnswer: false })
      if (kind === 'answer') piles.get(connection)!.isAnswer = true
      if (scheduled) return
      scheduled = true
      setImmediate(flush)
    },
    forget(connection: Connection): void {
      piles.delete(connection)
    },
  }
}

export type Outbox = ReturnType<typeof createOutbox>

/** ws keeps its TCP stream to itself; without it each message is a write of its own, and nothing else changes. */
const streamOf = (socket: WebSocket): Writable | undefined => (socket as unknown as { _socket?: Writable })._socket

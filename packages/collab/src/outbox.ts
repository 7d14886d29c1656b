import type { Writable } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Connection } from './connection.ts'
import type { Frame } from './frame.ts'

type Pile = { frames: Frame[]; isAnswer: boolean }

/** Collects what one turn of the event loop has for each socket and hands it over in one write. */
export function createOutbox(options: { unsentBytes: number; tooSlow(connection: Connection): void }) {
  const piles = new Map<Connection, Pile>()
  /** Bytes of an answer to sync step 1 still under way: a long dossier is no fault of its reader. */
  const excused = new WeakMap<Connection, number>()
  let scheduled = false

  const deliver = (connection: Connection, { frames, isAnswer }: Pile) => {
    const { socket } = connection
    const before = socket.bufferedAmount
    if (before === 0) excused.delete(connection)
    const stream = streamOf(socket)
    if (stream) stream.write(frames.length === 1 ? frames[0]!.bytes : Buffer.concat(frames.map(({ bytes }) => bytes)))
    else for (const { payload } of frames) socket.send(payload, { binary: true, compress: false })
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
    send(connection: Connection, frame: Frame, kind: 'news' | 'answer' = 'news'): void {
      if (connection.state !== 'open') return
      const pile = piles.get(connection)
      if (pile) pile.frames.push(frame)
      else piles.set(connection, { frames: [frame], isAnswer: false })
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

/**
 * ws keeps its TCP stream to itself; with it a turn is one write of frames that were made once for all. Without it, or
 * with compression agreed on, each message goes its own way and nothing else changes.
 */
function streamOf(socket: WebSocket): Writable | undefined {
  if (socket.extensions !== '') return undefined
  return (socket as unknown as { _socket?: Writable })._socket
}

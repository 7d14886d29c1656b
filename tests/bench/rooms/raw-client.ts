import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'

export type RawClient = {
  /** All messages in one write. */
  send(messages: readonly Uint8Array[]): void
  bytesRead(): number
  readonly closed: Promise<void>
  leave(): void
}

/**
 * A WebSocket client that costs next to nothing, so that it does not measure itself: frames are masked with zeroes, and
 * whoever does not listen only counts bytes.
 */
export function dial(options: {
  readonly port: number
  readonly path: string
  readonly hear?: ((message: Uint8Array, client: RawClient) => void) | undefined
}): Promise<RawClient> {
  const { port, path, hear } = options
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => {})
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  )
  const client: RawClient = {
    send: (messages) => void socket.write(Buffer.concat(messages.map(masked))),
    bytesRead: () => socket.bytesRead,
    closed,
    leave: () => socket.destroy(),
  }
  return new Promise((resolve, reject) => {
    let answer = Buffer.alloc(0)
    void closed.then(() => reject(new Error('the server closed the connection')))
    const shake = (data: Buffer) => {
      answer = Buffer.concat([answer, data])
      const end = answer.indexOf('\r\n\r\n')
      if (end < 0) return
      socket.off('data', shake)
      if (!answer.subarray(0, end).includes(' 101 ')) return reject(new Error(answer.subarray(0, end).toString()))
      const read = hear ? reader((message) => hear(message, client)) : () => {}
      socket.on('data', read)
      resolve(client)
      if (answer.length > end + 4) read(answer.subarray(end + 4))
    }
    socket.on('data', shake)
  })
}

function masked(message: Uint8Array): Buffer {
  const head = message.length < 126 ? 6 : message.length < 65_536 ? 8 : 14
  const frame = Buffer.alloc(head + message.length)
  frame[0] = 0x82
  if (head === 6) frame[1] = 0x80 | message.length
  else if (head === 8) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(message.length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeBigUInt64BE(BigInt(message.length), 2)
  }
  frame.set(message, head)
  return frame
}

/** Takes whole binary messages out of a stream of unmasked frames. */
function reader(hear: (message: Uint8Array) => void): (data: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  return (data) => {
    rest = rest.length > 0 ? Buffer.concat([rest, data]) : data
    for (;;) {
      if (rest.length < 2) return
      const short = rest[1]! & 0x7f
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (rest.length < head) return
      const length = short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2))
      if (rest.length < head + length) return
      if ((rest[0]! & 0x0f) === 2) hear(rest.subarray(head, head + length))
      rest = rest.subarray(head + length)
    }
  }
}

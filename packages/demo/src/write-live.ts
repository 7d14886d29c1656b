import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

type Room = {
  readonly origin: string
  readonly cookie: string
  readonly sectionId: string
  /** How long to wait for the room, in milliseconds; ten seconds if not said. */
  readonly patience?: number
}

/** Types paragraphs into a section's live room as the officer of that session, and waits until they are saved. */
export async function writeLive(room: Room, paragraphs: readonly string[]): Promise<void> {
  await inRoom(room, async (doc) => {
    const body = doc.getXmlFragment('body')
    const missing = paragraphs.filter((text) => !body.toString().includes(text))
    if (missing.length === 0) return
    for (const text of missing) body.push([paragraph(text)])
    await untilSeen(room, Y.encodeStateVector(doc))
  })
}

/** The text of a section, one line a block, as this officer reads it now. */
export const readLive = (room: Room): Promise<string> =>
  inRoom(room, async (doc) =>
    doc
      .getXmlFragment('body')
      .toArray()
      .map((block) => block.toString().replace(/<[^>]*>/g, ''))
      .join('\n'),
  )

/** What a second reader is shown is durable, so being shown all of it is being saved. */
async function untilSeen(room: Room, written: Uint8Array) {
  const wanted = [...Y.decodeStateVector(written)]
  await inRoom(room, (doc) =>
    until(room, 'was not saved', () => {
      const seen = Y.decodeStateVector(Y.encodeStateVector(doc))
      return wanted.every(([client, clock]) => (seen.get(client) ?? 0) >= clock)
    }),
  )
}

async function inRoom<Answer>(room: Room, work: (doc: Y.Doc) => Promise<Answer>): Promise<Answer> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${room.origin.replace(/^http/, 'ws')}/rooms`, room.sectionId, doc, {
    WebSocketPolyfill: socketWith({ cookie: room.cookie, origin: room.origin }),
    disableBc: true,
  })
  try {
    await until(room, 'did not answer', () => provider.synced)
    return await work(doc)
  } finally {
    provider.destroy()
    doc.destroy()
  }
}

async function until({ sectionId, patience = 10_000 }: Room, failure: string, holds: () => boolean) {
  for (const start = performance.now(); !holds(); await sleep(20)) {
    if (performance.now() - start > patience) throw new Error(`live room ${sectionId} ${failure} within ${patience} ms`)
  }
}

/** The provider expects the browser's class, which has no place for headers; the one of `ws` is used alike. */
function socketWith(headers: Record<string, string>) {
  const Socket = class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers })
    }
  }
  return Socket as unknown as typeof globalThis.WebSocket
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

import { type LoggedUpdate, readRoomAuthors, readRoomLog } from '@lianban/collab'
import type { Tx } from '@lianban/db'
import { type SectionId, unseen } from '@lianban/kernel'
import { authorKey } from './author-key.ts'
import type { Kind, Packed, Question, Questions } from './question.ts'
import { makeReplayThread } from './replay-thread.ts'

/** The histories of sections, as their raw logs tell them. */
export type Chronicles = {
  /** Asked in a transaction that may read the section; what was replayed before is not read again. */
  ask<K extends Kind>(tx: Tx, sectionId: SectionId, question: Question<K>): Promise<Questions[K]['answer']>
  close(): Promise<void>
}

const updatesAtOnce = 4_000

/** Replays in a thread of its own, and goes on from where the thread stands. */
export function makeChronicles(): Chronicles {
  const turns = new Map<SectionId, Promise<number>>()
  const thread = makeReplayThread()

  async function follow(tx: Tx, roomId: SectionId): Promise<number> {
    let { reached } = await thread.ask({ roomId, add: packed([]) })
    for (;;) {
      const rows = await readRoomLog(tx.$client, roomId, { after: reached, atMost: updatesAtOnce })
      if (!rows.length) return reached
      const add = packed(rows)
      const before = reached
      reached = (await thread.ask({ roomId, add }, [add.bytes.buffer])).reached
      // Nothing was taken: the history ends here, before an update that is none.
      if (reached === before || rows.length < updatesAtOnce) return reached
    }
  }

  /** Of several who ask about one section at once, one reads its log after the other. */
  async function inTurn(roomId: SectionId, work: () => Promise<number>): Promise<number> {
    const before = turns.get(roomId) ?? Promise.resolve(0)
    const turn = before.catch(() => 0).then(work)
    turns.set(roomId, turn)
    try {
      return await turn
    } finally {
      if (turns.get(roomId) === turn) turns.delete(roomId)
    }
  }

  return {
    async ask(tx, roomId, question) {
      const bound = await readRoomAuthors(tx.$client, roomId)
      if (!bound) throw unseen()
      const authors = new Map([...bound].map(([clientId, author]) => [clientId, authorKey(author)]))
      for (;;) {
        const needs = await inTurn(roomId, () => follow(tx, roomId))
        const { answer } = await thread.ask({ roomId, ask: question, authors, needs })
        if (answer !== undefined) return answer as never
      }
    },
    close: () => thread.close(),
  }
}

function packed(rows: readonly LoggedUpdate[]): Packed {
  let end = 0
  const ends = rows.map(({ update }) => {
    end += update.length
    return end
  })
  const bytes = new Uint8Array(end)
  for (const [i, { update }] of rows.entries()) bytes.set(update, ends[i - 1] ?? 0)
  return {
    bytes,
    ends,
    seqs: rows.map(({ seq }) => seq),
    ats: rows.map(({ savedAt }) => savedAt.getTime()),
    officers: rows.map(authorKey),
  }
}

import { countRoomLog, type LoggedUpdate, readRoomAuthors, readRoomLog } from '@lianban/collab'
import type { Tx } from '@lianban/db'
import { type SectionId, unseen } from '@lianban/kernel'
import { authorKey } from './author-key.ts'
import type { Kind, Packed, Question, Questions } from './question.ts'
import { makeReplayThread } from './replay-thread.ts'

/** The histories of sections, as their raw logs tell them. */
export type Chronicles = {
  /** Asked in a transaction that may read the section; what was replayed before is not read again. */
  ask<K extends Kind>(tx: Tx, sectionId: SectionId, question: Question<K>): Promise<Questions[K]['answer']>
  /** Goes on replaying for a while; how far it has come, if that was not enough. Asked for again, it goes on from there. */
  replay(tx: Tx, sectionId: SectionId): Promise<Replaying | undefined>
  close(): Promise<void>
}

/** Updates of a history that are replayed by now, and all of them. */
type Replaying = { readonly done: number; readonly total: number }

type Followed = { readonly reached: number; readonly isWhole: boolean }

/** Replays in a thread of its own, and goes on from where the thread stands. */
export function makeChronicles({ updatesAtOnce = 4_000, patienceMs = 1_500 } = {}): Chronicles {
  const turns = new Map<SectionId, Promise<Followed>>()
  const thread = makeReplayThread()

  async function follow(tx: Tx, roomId: SectionId, until = Number.POSITIVE_INFINITY): Promise<Followed> {
    let { reached } = await thread.ask({ roomId, add: packed([]) })
    for (;;) {
      const rows = await readRoomLog(tx.$client, roomId, { after: reached, atMost: updatesAtOnce })
      if (!rows.length) return { reached, isWhole: true }
      const add = packed(rows)
      const before = reached
      reached = (await thread.ask({ roomId, add }, [add.bytes.buffer])).reached
      // Nothing was taken: the history ends here, before an update that is none.
      if (reached === before || rows.length < updatesAtOnce) return { reached, isWhole: true }
      if (performance.now() > until) return { reached, isWhole: false }
    }
  }

  /** Of several who ask about one section at once, one reads its log after the other. */
  async function inTurn(roomId: SectionId, work: () => Promise<Followed>): Promise<Followed> {
    const before: Promise<unknown> = turns.get(roomId) ?? Promise.resolve()
    const turn = before.catch(() => {}).then(work)
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
        const { reached: needs } = await inTurn(roomId, () => follow(tx, roomId))
        const { answer } = await thread.ask({ roomId, ask: question, authors, needs })
        if (answer !== undefined) return answer as never
      }
    },
    async replay(tx, roomId) {
      if (!(await readRoomAuthors(tx.$client, roomId))) throw unseen()
      const { reached, isWhole } = await inTurn(roomId, () => follow(tx, roomId, performance.now() + patienceMs))
      return isWhole ? undefined : countRoomLog(tx.$client, roomId, reached)
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

import { describe, expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { readContents } from './contents.ts'
import { createRoomLog } from './room-log.ts'
import type { StoredUpdate } from './store.ts'

describe('the log of a room', () => {
  test('[CO36] a long log is sent as few updates that say the same', () => {
    const { doc, updates } = aHistory(1000)
    const log = createRoomLog({ snapshot: undefined, tail: rows(updates) })
    const { updates: all, seqs } = log.foldable(1000)
    expect(log.isLong(1000)).toBe(true)
    const half = new Doc()
    for (const update of all.slice(0, 990)) applyUpdate(half, update)
    log.folded({ upTo: seqs[989]!, state: encodeStateAsUpdate(half) })
    const answer = log.answer(encodeStateVector(new Doc()))
    expect(answer).toHaveLength(11)
    expect(textAfter(answer)).toBe(doc.getText('body').toString())
    expect(log.vector()).toEqual(encodeStateVector(doc))
  })

  test('[CO36] a snapshot with the updates after it says the same as the whole log', () => {
    const { doc, updates } = aHistory(100)
    const half = new Doc()
    for (const update of updates.slice(0, 50)) applyUpdate(half, update)
    const log = createRoomLog({
      snapshot: { upTo: 50, state: encodeStateAsUpdate(half) },
      tail: rows(updates).slice(50),
    })
    expect(textAfter(log.answer(encodeStateVector(new Doc())))).toBe(doc.getText('body').toString())
    expect(log.vector()).toEqual(encodeStateVector(doc))
  })

  test('[CO35] an update ahead of its predecessor leaves a gap that is asked for', () => {
    const { doc, updates } = aHistory(3, { withDeletions: false })
    const log = createRoomLog({ snapshot: undefined, tail: rows([updates[0]!, updates[2]!]) })
    const asker = new Doc()
    applyUpdate(asker, updates[0]!)
    expect(log.vector()).toEqual(encodeStateVector(asker))
    log.append(3, updates[1]!, readContents(updates[1]!))
    expect(log.vector()).toEqual(encodeStateVector(doc))
    expect(log.lacking(readContents(encodeStateAsUpdate(doc)))).toEqual({ added: [], deleted: [] })
  })
})

function aHistory(edits: number, { withDeletions = true } = {}) {
  const doc = new Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  const text = doc.getText('body')
  for (let i = 0; i < edits; i++) {
    if (withDeletions && i % 5 === 4) text.delete(i % text.length, 1)
    else text.insert((i * 7) % (text.length + 1), `${i} `)
  }
  return { doc, updates }
}

const rows = (updates: readonly Uint8Array[]): StoredUpdate[] =>
  updates.map((update, i) => ({ seq: i + 1, update, officerId: 'hana', agencyId: 'health' }))

function textAfter(updates: readonly Uint8Array[]): string {
  const doc = new Doc()
  for (const update of updates) applyUpdate(doc, update)
  return doc.getText('body').toString()
}

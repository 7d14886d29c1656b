import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Doc, encodeStateAsUpdate } from 'yjs'

export type History = { readonly updates: readonly Uint8Array[]; readonly state: Uint8Array; readonly text: string }

type Edit = readonly [position: number, deleted: number, inserted: string]

/** As many edits as the public history of a paper that benchmarks of editors use. */
const paperEdits = 259_778
const paper = new URL('../../../../shared/traces/automerge-paper.json.gz', import.meta.url)

/** The long editing history of one document: the paper where it lies beside the repository, and otherwise one as long from a seed. */
export function aHistory(scale: number): History {
  const edits = (scale === 1 ? paperTrace() : undefined) ?? generated(Math.round(paperEdits * scale))
  const doc = new Doc()
  doc.clientID = 1
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('body')
  for (const [position, deleted, inserted] of edits) {
    doc.transact(() => {
      if (deleted > 0) text.delete(position, deleted)
      if (inserted) text.insert(position, inserted)
    })
  }
  return { updates, state: encodeStateAsUpdate(doc), text: text.toString() }
}

function paperTrace(): readonly Edit[] | undefined {
  try {
    const { txns } = JSON.parse(gunzipSync(readFileSync(paper)).toString()) as { txns: { patches: Edit[] }[] }
    return txns.flatMap(({ patches }) => patches)
  } catch {
    return undefined
  }
}

/** Runs of typing at one place, corrections that take some of them back, and jumps elsewhere: as in the paper, two letters stay of five edits. */
function generated(count: number): Edit[] {
  const random = seeded(20_260_301)
  const below = (n: number) => Math.floor(random() * n)
  const edits: Edit[] = []
  let length = 0
  let cursor = 0
  while (edits.length < count) {
    if (below(4) === 0) cursor = below(length + 1)
    for (let run = 10 + below(40); run > 0; run--) {
      edits.push([cursor, 0, String.fromCharCode(97 + below(26))])
      cursor += 1
      length += 1
    }
    for (let run = Math.min(cursor, below(26)); run > 0; run--) {
      cursor -= 1
      length -= 1
      edits.push([cursor, 1, ''])
    }
  }
  return edits.slice(0, count)
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

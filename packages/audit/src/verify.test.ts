import { newId } from '@lianban/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leafHash, makeTree, rootOf } from './merkle.ts'
import type { LoggedEntry } from './reckoning.ts'
import { makeKeyText, makeSigner } from './signer.ts'
import { type CompleteTile, makeTileWriter } from './tile-writer.ts'
import { type Held, type RecordedHead, verifyLog, type WaitingEntry } from './verify.ts'

type Log = {
  entries: LoggedEntry[]
  heads: RecordedHead[]
  checkpoints: { size: number; note: string }[]
  tiles: CompleteTile[]
  waiting: WaitingEntry[]
}

const start = Date.parse('2026-03-01T00:00:00Z')
const aBody = (id: string, minute: number) => JSON.stringify({ at: start + minute * 60_000, id })

const prefixed = (body: string) => Buffer.from(`\0${body}`)
const bodyOf = (log: Log, index: number) => Buffer.from(log.entries[index]!.prefixed!).toString('utf8', 1)

const signer = makeSigner(makeKeyText('hub.example/log', 'log'))

/** Twenty entries a minute apart, a head after every `batch`, and a checkpoint of every other head. */
function aLog(size = 20, batch = 5): Log {
  const log: Log = { entries: [], heads: [], checkpoints: [], tiles: [], waiting: [] }
  const writer = makeTileWriter([])
  const tree = makeTree(undefined, writer.completed)
  for (let index = 0; index < size; index++) {
    const body = aBody(newId(), index)
    tree.append(leafHash(body))
    log.entries.push({ index, prefixed: prefixed(body), leafHash: leafHash(body), leafAt: 0 })
    if (tree.size % batch === 0 || tree.size === size) {
      const head = { size: tree.size, rootHash: tree.root() }
      log.heads.push(head)
      if (log.heads.length % 2 === 0) log.checkpoints.push({ size: tree.size, note: signer.checkpoint(head) })
    }
  }
  return { ...log, tiles: writer.taken() }
}

async function* paged<Item>(items: readonly Item[], size = 3): AsyncGenerator<Item[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size)
}

const verified = (log: Log, held: Held = {}) =>
  verifyLog(
    {
      entries: paged(log.entries),
      heads: paged(log.heads, 1),
      checkpoints: paged(log.checkpoints),
      tiles: (level) => paged(log.tiles.filter((tile) => tile.level === level)),
      waiting: paged(log.waiting),
    },
    { key: signer.key, ...held },
  )

const changed = (log: Log, index: number, over: Partial<LoggedEntry>): Log => ({
  ...log,
  entries: log.entries.with(index, { ...log.entries[index]!, ...over }),
})
const other = (log: Log, index: number) =>
  JSON.stringify({ ...(JSON.parse(bodyOf(log, index)) as object), act: 'another.story' })
const idOf = (log: Log, index: number) => (JSON.parse(bodyOf(log, index)) as { id: string }).id

test('[AU17] an untouched log is intact, with its size and root', async () => {
  const log = aLog()
  const rootHash = Buffer.from(rootOf(log.entries.map((entry) => entry.leafHash))).toString('hex')
  expect(await verified(log)).toEqual({ intact: true, size: 20, rootHash, queued: 0, checkpoint: 20 })
  expect(await verified(aLog(0))).toMatchObject({ intact: true, size: 0 })
})

test('[AU18] a changed body is told from a changed leaf hash', async () => {
  const log = aLog()
  const at = { intact: false, index: 7, entryId: idOf(log, 7) }
  const body = other(log, 7)
  expect(await verified(changed(log, 7, { prefixed: prefixed(body) }))).toMatchObject({ ...at, code: 'body-changed' })
  expect(await verified(changed(log, 7, { leafHash: leafHash(body) }))).toMatchObject({ ...at, code: 'leaf-changed' })
  const both = changed(log, 7, { prefixed: prefixed(body), leafHash: leafHash('a third story') })
  expect(await verified(both)).toMatchObject({ ...at, code: 'entry-changed' })
})

test('[AU18] of two changed entries the first is named', async () => {
  const log = aLog()
  const twice = changed(changed(log, 8, { prefixed: prefixed(other(log, 8)) }), 6, {
    prefixed: prefixed(other(log, 6)),
  })
  expect(await verified(twice)).toMatchObject({ code: 'body-changed', index: 6, entryId: idOf(log, 6) })
})

test('[AU19] an entry rewritten together with its leaf hash breaks the next head', async () => {
  const log = aLog()
  const verdict = await verified(
    changed(log, 7, { prefixed: prefixed(other(log, 7)), leafHash: leafHash(other(log, 7)) }),
  )
  expect(verdict).toMatchObject({ code: 'head-mismatch', index: 5, entryId: idOf(log, 5) })
  expect(verdict).toHaveProperty('problem.en', expect.stringContaining('between entry 5'))
})

test('[AU19] a changed head is named even where every entry is right', async () => {
  const log = aLog()
  const heads = log.heads.with(1, { size: 10, rootHash: leafHash('another root') })
  expect(await verified({ ...log, heads })).toMatchObject({ code: 'head-mismatch', index: 5 })
})

test('[AU20] a missing index and a missing entry are told apart', async () => {
  const log = aLog()
  const gap = { ...log, entries: log.entries.toSpliced(4, 1) }
  expect(await verified(gap)).toMatchObject({ code: 'index-gap', index: 4 })
  const gone = changed(log, 4, { prefixed: null })
  expect(await verified(gone)).toMatchObject({ code: 'entry-missing', index: 4 })
})

test('[AU20] two entries that changed places are found at the first of them', async () => {
  const log = aLog()
  const [a, b] = [log.entries[2]!, log.entries[3]!]
  const entries = log.entries.with(2, { ...b, index: 2 }).with(3, { ...a, index: 3 })
  expect(await verified({ ...log, entries })).toMatchObject({ code: 'head-mismatch', index: 0 })
})

test('[AU21] a log cut at its end is shorter than its last head', async () => {
  const log = aLog()
  const cut = { ...log, entries: log.entries.slice(0, 15) }
  expect(await verified(cut)).toMatchObject({ code: 'log-cut', index: 15 })
  const unheaded = { ...log, heads: log.heads.slice(0, 3) }
  expect(await verified(unheaded)).toMatchObject({ code: 'head-missing', index: 15, entryId: idOf(log, 15) })
})

test('[AU22] a waiting entry is passed over once the tree is ten minutes past it', async () => {
  const log = aLog()
  const waiting = (minute: number) => ({ entryId: newId(), body: aBody('waiting', minute) })
  expect(await verified({ ...log, waiting: [waiting(12), waiting(40)] })).toMatchObject({ intact: true, queued: 2 })
  expect(await verified({ ...log, waiting: [waiting(12), waiting(9)] })).toMatchObject({ code: 'entry-passed-over' })
})

test('[AU23] a log rewritten as a whole does not contain the head somebody kept', async () => {
  const kept = aLog().heads[1]!
  const rewritten = aLog()
  expect(await verified(rewritten)).toMatchObject({ intact: true })
  expect(await verified(rewritten, { heads: [kept] })).toMatchObject({ code: 'head-not-prefix' })
  expect(await verified(rewritten, { heads: [rewritten.heads[3]!, rewritten.heads[1]!] })).toMatchObject({
    intact: true,
  })
  expect(await verified(rewritten, { heads: [{ ...kept, size: 21 }] })).toMatchObject({ code: 'log-cut', index: 20 })
})

test('[AU31] a tile that does not hold the hashes of its entries is named with the place in it', async () => {
  const log = aLog(600, 200)
  expect(await verified(log)).toMatchObject({ intact: true })
  const hashes = Uint8Array.from(log.tiles[1]!.hashes).fill(7, 32 * 9, 32 * 10)
  const changedTile = { ...log, tiles: log.tiles.with(1, { ...log.tiles[1]!, hashes }) }
  expect(await verified(changedTile)).toMatchObject({ code: 'tile-changed', tile: 'tile/0/001' })
  expect(await verified(changedTile)).toHaveProperty('problem.en', expect.stringContaining('Hash 9'))
  const missing = { ...log, tiles: log.tiles.slice(1) }
  expect(await verified(missing)).toMatchObject({ code: 'tile-missing', tile: 'tile/0/000' })
})

test('[AU32] a checkpoint of other entries, of another key or of no form is named by its size', async () => {
  const log = aLog()
  const another = makeSigner(makeKeyText('hub.example/log', 'log'))
  const head = { size: 10, rootHash: log.heads[1]!.rootHash }
  const forged = {
    'checkpoint-unreadable': 'no note',
    'checkpoint-forged': another.checkpoint(head),
    'checkpoint-mismatch': signer.checkpoint({ size: 10, rootHash: leafHash('another root') }),
  }
  for (const [code, note] of Object.entries(forged))
    expect(await verified({ ...log, checkpoints: [{ size: 10, note }] })).toMatchObject({ code, checkpoint: 10 })
  const beyond = { ...log, checkpoints: [{ size: 21, note: signer.checkpoint({ ...head, size: 21 }) }] }
  expect(await verified(beyond)).toMatchObject({ code: 'log-cut', index: 20 })
})

test('[AU12] a column that does not say what the body says is named with its entry', async () => {
  const log = aLog()
  expect(await verified(changed(log, 7, { filedAs: idOf(log, 7) }))).toMatchObject({
    code: 'column-changed',
    index: 7,
    entryId: idOf(log, 7),
  })
})

test('[AU24] no single change of a log, wherever it is, goes unnoticed', async () => {
  const index = fc.nat(1000)
  const kind = fc.constantFrom('body', 'leaf', 'both', 'drop', 'gone', 'swap', 'head', 'drop-last-head')
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 1, max: 9 }),
      index,
      kind,
      async (size, batch, pick, how) => {
        const log = aLog(size, batch)
        const at = pick % size
        const head = pick % log.heads.length
        const forged: Record<typeof how, Log> = {
          body: changed(log, at, { prefixed: prefixed(`${bodyOf(log, at)} `) }),
          leaf: changed(log, at, { leafHash: leafHash('x') }),
          both: changed(log, at, { prefixed: prefixed(other(log, at)), leafHash: leafHash(other(log, at)) }),
          drop: { ...log, entries: log.entries.toSpliced(at, 1) },
          gone: changed(log, at, { prefixed: null }),
          swap: changed(log, at, { ...log.entries[(at + 1) % size]!, index: at }),
          head: { ...log, heads: log.heads.with(head, { size: log.heads[head]!.size, rootHash: leafHash('x') }) },
          'drop-last-head': { ...log, heads: log.heads.slice(0, -1) },
        }
        const verdict = await verified(forged[how])
        expect(verdict.intact).toBe(false)
        if (['body', 'leaf', 'drop', 'gone'].includes(how))
          expect(verdict).toMatchObject(how === 'drop' && at === size - 1 ? {} : { index: at })
        if (!verdict.intact) expect(verdict.problem.zh).toMatch(/[一-龥]/)
      },
    ),
    { numRuns: 400 },
  )
})

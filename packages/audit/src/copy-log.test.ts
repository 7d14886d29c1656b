import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EntryId, makeMonotonicClock, newId } from '@lianban/kernel'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { appendEntry } from './append.ts'
import { copyLog } from './copy-log.ts'
import { startSequencer } from './sequencer.ts'
import { makeKeyText, makeSigner } from './signer.ts'
import { verifyCopy } from './verify-copy.ts'

const { db, close } = await aDatabase()
const clock = makeMonotonicClock()
const signer = makeSigner(makeKeyText('hub.example/log', 'log'))
const root = await mkdtemp(join(tmpdir(), 'lianban-copy-'))
afterAll(async () => {
  await rm(root, { recursive: true })
  await close()
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'copy-'))
})

let size = 0
async function grow(entries: number): Promise<void> {
  await db.transaction({ duty: 'denials' }, clock.now(), async (tx) => {
    for (let i = 0; i < entries; i++)
      await appendEntry(tx, { id: newId<EntryId>(), at: clock.now(), act: 'case.open', outcome: 'done' })
  })
  size += entries
  const sequencer = startSequencer({ db, clock, signer, onFault: (fault) => expect.fail(String(fault)) })
  await sequencer.idle()
  await vi.waitFor(async () => expect((await copyLog(db, await mkdtemp(join(root, 'probe-')))).of).toBe(size), {
    timeout: 30_000,
  })
  await sequencer.stop()
}
const differs = (path: string) => ({ name: 'CopyDiffers', path })
const change = async (path: string) => {
  const bytes = await readFile(join(folder, path))
  bytes[40]! ^= 1
  await writeFile(join(folder, path), bytes)
  return bytes
}

test('[AU67] a copy goes on from where it was, tile by tile, and verifies by itself', async () => {
  await grow(300)
  expect(await copyLog(db, folder)).toEqual({ size: 300, of: 300, files: 5 })
  expect(await copyLog(db, folder)).toEqual({ size: 300, of: 300, files: 0 })
  await grow(300)
  expect(await copyLog(db, folder)).toMatchObject({ size: 600, of: 600 })
  expect(await verifyCopy(folder, { key: signer.key })).toMatchObject({ intact: true, size: 600 })
  const tiles = await readdir(join(folder, 'tile'), { recursive: true })
  expect(tiles.filter((name) => name.includes('.p/')).toSorted()).toEqual([
    '0/002.p/88',
    '1/000.p/2',
    'entries/002.p/88',
  ])
})

test('[AU68] a copy that differs is told with its first file, whole or as the log goes on, and never written over', async () => {
  await copyLog(db, folder)
  const changed = await change('tile/0/000')
  expect(await copyLog(db, folder)).toMatchObject({ files: 0 })
  await expect(copyLog(db, folder, { isWhole: true })).rejects.toMatchObject(differs('tile/0/000'))
  expect(await readFile(join(folder, 'tile/0/000'))).toEqual(changed)
  await rm(join(folder, 'tile/0/000'))
  expect(await copyLog(db, folder, { isWhole: true })).toMatchObject({ files: 1 })
  await change('tile/entries/001')
  await expect(copyLog(db, folder, { isWhole: true })).rejects.toMatchObject(differs('tile/entries/001'))
})

test('[AU69] a copy of another log, of more than there is, or without a checkpoint that reads is told and left alone', async () => {
  await copyLog(db, folder)
  const note = await readFile(join(folder, 'checkpoint'), 'utf8')
  const [origin, count, head, ...rest] = note.split('\n')
  const other = head!.startsWith('A') ? `B${head!.slice(1)}` : `A${head!.slice(1)}`
  for (const text of [
    [origin, count, other, ...rest].join('\n'),
    [origin, String(Number(count) + 1), head, ...rest].join('\n'),
    'no checkpoint',
  ]) {
    await writeFile(join(folder, 'checkpoint'), text)
    await expect(copyLog(db, folder)).rejects.toMatchObject(differs('checkpoint'))
    expect(await readFile(join(folder, 'checkpoint'), 'utf8')).toBe(text)
  }
})

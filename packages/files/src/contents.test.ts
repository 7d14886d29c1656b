import { createHash } from 'node:crypto'
import { chmod, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { aPlace } from './a-place.ts'
import { rangeIn } from './range.ts'

const of = (words: string) => ({
  sha256: createHash('sha256').update(words).digest('hex'),
  sm3: createHash('sm3').update(words).digest('hex'),
  size: Buffer.byteLength(words),
})

async function aKept(words = '烟草') {
  const place = await aPlace()
  const content = of(words)
  const path = join(place.dir, 'arrived')
  const kept = join(place.dir, 'contents', content.sha256.slice(0, 2), content.sha256.slice(2, 4), content.sha256)
  await writeFile(path, words)
  await place.store.keep(path, content)
  return { ...place, content, path, kept }
}

test('[FI30] a content lies under its digest, read-only, and once however often it comes', async () => {
  const { store, content, path, kept, dir } = await aKept()
  expect((await stat(kept)).mode & 0o777).toBe(0o440)
  await store.keep(path, content)
  const other = join(dir, 'other')
  await writeFile(other, '烟草')
  const { ino } = await stat(kept)
  await store.keep(other, content)
  expect((await stat(kept)).ino).toBe(ino)
  expect(await readdir(dirname(kept))).toHaveLength(1)
  expect(await store.verify(content)).toBe('whole')
})

test.each([
  ['other bytes of the same length', (kept: string) => writeFile(kept, '烟卷'), 'changed'],
  ['cut', (kept: string) => truncate(kept, 3), 'changed'],
  ['longer', (kept: string) => writeFile(kept, '烟草烟草'), 'changed'],
  ['gone', (kept: string) => rm(kept), 'missing'],
] as const)('[FI31] a content that is %s is found', async (_what, spoil, found) => {
  const { store, content, kept } = await aKept()
  await chmod(kept, 0o640)
  await spoil(kept)
  expect(await store.verify(content)).toBe(found)
})

test('[FI32] a changed content is set aside when the same content arrives sound', async () => {
  const { store, content, kept, dir } = await aKept()
  await chmod(kept, 0o640)
  await writeFile(kept, '烟卷')
  const path = join(dir, 'again')
  await writeFile(path, '烟草')
  await store.keep(path, content)
  expect(await store.verify(content)).toBe('whole')
  const names = await readdir(dirname(kept))
  expect(names.filter((name) => name.startsWith(`${content.sha256}.changed-`))).toHaveLength(1)
})

test('[FI33] a content found whole is believed for a while, unless its file was touched', async () => {
  const { store, content, kept } = await aKept()
  expect(await store.verify(content)).toBe('whole')
  const { atime, mtime } = await stat(kept)
  expect(await store.verify(content, { withinMs: 60_000 })).toBe('whole')
  await chmod(kept, 0o640)
  await writeFile(kept, '烟卷')
  await utimes(kept, atime, mtime)
  expect(await store.verify(content, { withinMs: 60_000 })).toBe('changed')
})

test('[FI34] parts are read as HTTP names them', async () => {
  const { store, content } = await aKept('0123456789')
  const read = async (header: string) => {
    const range = rangeIn(header, content.size)
    return range === 'unsatisfiable' ? range : text(store.read(content, range))
  }
  expect(await read('bytes=0-3')).toBe('0123')
  expect(await read('bytes=7-')).toBe('789')
  expect(await read('bytes=-2')).toBe('89')
  expect(await read('bytes=8-99')).toBe('89')
  expect(await read('bytes=10-')).toBe('unsatisfiable')
  expect(await read('bytes=-0')).toBe('unsatisfiable')
  for (const whole of ['bytes=5-2', 'bytes=a-b', 'bytes=-', 'lines=1-2', 'bytes=0-1,3-4'])
    expect(await read(whole)).toBe('0123456789')
})

test('[FI21] a file that is shorter than was said is a fault', async () => {
  const { digester, kept } = await aKept()
  await expect(digester.digest(kept, 100, 'sm3')).rejects.toThrow('ends at 6 of 100 bytes')
})

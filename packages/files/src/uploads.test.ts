import { createHash, randomBytes } from 'node:crypto'
import { readFile, symlink, utimes, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { aPlace, aTusServer } from './a-place.ts'

const digestsOf = (bytes: Uint8Array) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  sm3: createHash('sm3').update(bytes).digest('hex'),
})
const lines = (...parts: Buffer[]) => Readable.from(parts)

test('[FI20] the digests are those of the bytes, whatever the parts they came in', async () => {
  const { uploads } = await aPlace()
  const bytes = randomBytes(5_000_000)
  let offset = 0
  for (const length of [1, 1_048_576, 70_000, 3_881_423]) {
    const body = lines(bytes.subarray(offset, offset + length))
    offset = await uploads.append({ id: 'a', offset, size: bytes.length, body })
  }
  expect(await uploads.settle('a', bytes.length)).toEqual(digestsOf(bytes))
  expect(await uploads.settle('a', bytes.length)).toEqual(digestsOf(bytes))
  expect((await readFile(uploads.path('a'))).equals(bytes)).toBe(true)
})

test('[FI20] an empty file has digests, too', async () => {
  const { uploads } = await aPlace()
  expect(await uploads.settle('a', 0)).toEqual(digestsOf(Buffer.alloc(0)))
})

test('[FI3] a part that begins elsewhere is refused, and so is the end of what is not complete', async () => {
  const { uploads } = await aPlace()
  await uploads.append({ id: 'a', offset: 0, size: 10, body: lines(Buffer.from('hello')) })
  for (const offset of [0, 4, 6])
    await expect(uploads.append({ id: 'a', offset, size: 10, body: lines(Buffer.from('x')) })).rejects.toMatchObject({
      code: 'offset-moved',
    })
  await expect(uploads.settle('a', 10)).rejects.toMatchObject({ code: 'offset-moved' })
  expect((await readFile(uploads.path('a'))).toString()).toBe('hello')
})

test('[FI4] a part that is longer than was declared is cut at the length and refused', async () => {
  const { uploads } = await aPlace()
  const body = lines(Buffer.from('hello'), Buffer.from('world!'))
  await expect(uploads.append({ id: 'a', offset: 0, size: 10, body })).rejects.toMatchObject({ code: 'too-long' })
  expect(await uploads.offset('a')).toBe(10)
})

test('[FI5] a newer request takes over from one whose connection nobody noticed was lost', async () => {
  const { uploads } = await aPlace()
  const stuck = new Readable({ read() {} })
  stuck.push(Buffer.from('hel'))
  const first = uploads.append({ id: 'a', offset: 0, size: 5, body: stuck })
  await vi.waitFor(() => expect(stuck.readableDidRead).toBe(true), { timeout: 20_000 })
  const second = uploads.append({ id: 'a', offset: 3, size: 5, body: lines(Buffer.from('lo')) })
  expect([await first, await second]).toEqual([3, 5])
  expect(await uploads.settle('a', 5)).toEqual(digestsOf(Buffer.from('hello')))
})

test('[FI6] a part with a check sum is taken whole or not at all', async () => {
  const place = await aPlace()
  const { patch, sizes } = await aTusServer(place)
  sizes.set('a', 10)
  const [hello, world] = [Buffer.from('hello'), Buffer.from('world')]
  const sum = (of: Buffer) => ({ 'upload-checksum': `sha1 ${createHash('sha1').update(of).digest('base64')}` })
  expect((await patch('a', 0, hello, sum(hello))).status).toBe(204)
  expect((await patch('a', 5, world, sum(hello))).status).toBe(460)
  expect(await place.uploads.offset('a')).toBe(5)
  expect((await patch('a', 5, world, { 'upload-checksum': 'crc32 AAAA' })).status).toBe(400)
  expect((await patch('a', 5, world, sum(world))).status).toBe(204)
  expect(await place.uploads.settle('a', 10)).toEqual(digestsOf(Buffer.from('helloworld')))
})

test('[FI7] a disk without room is refused before a byte, and what had arrived stays', async () => {
  let free = 1000
  const place = await aPlace({ freeBytes: async () => free, sparedBytes: 100 })
  const { patch, send, sizes } = await aTusServer(place)
  sizes.set('a', 1000)
  expect((await patch('a', 0, Buffer.alloc(500, 1))).status).toBe(204)
  free = 400
  const refused = await patch('a', 500, Buffer.alloc(500, 2))
  expect([refused.status, await refused.json()]).toEqual([507, { code: 'no-room' }])
  expect((await send('POST', '/', { 'upload-length': '500' })).status).toBe(507)
  free = 1000
  expect((await patch('a', 500, Buffer.alloc(500, 2))).status).toBe(204)
})

test.runIf(process.platform === 'linux')(
  '[FI7] a disk that becomes full in the middle is refused the same',
  async () => {
    const { uploads } = await aPlace()
    await symlink('/dev/full', uploads.path('a'))
    await expect(
      uploads.append({ id: 'a', offset: 0, size: 10, body: lines(Buffer.from('hello')) }),
    ).rejects.toMatchObject({ code: 'no-room' })
  },
)

test('[FI8] what nobody has added to since is swept away, what is being added to is not', async () => {
  const { uploads, dir } = await aPlace()
  for (const id of ['old', 'new', 'busy'])
    await uploads.append({ id, offset: 0, size: 10, body: lines(Buffer.from('hello')) })
  await writeFile(join(dir, 'uploads', 'readme.txt'), '')
  const [before, since] = [new Date('2026-01-01'), new Date('2026-06-01')]
  for (const id of ['old', 'busy']) await utimes(uploads.path(id), before, before)
  const body = new Readable({ read() {} })
  body.push('x')
  const adding = uploads.append({ id: 'busy', offset: 5, size: 10, body })
  await vi.waitFor(() => expect(body.readableDidRead).toBe(true), { timeout: 20_000 })
  expect(await uploads.sweep(since)).toEqual(['old'])
  expect([await uploads.offset('old'), await uploads.offset('new'), await uploads.offset('busy')]).toEqual([0, 5, 5])
  body.push(null)
  await adding
})

test('[FI9] requests outside of the protocol get the status that it names', async () => {
  const place = await aPlace()
  const { send, patch, sizes } = await aTusServer(place)
  sizes.set('a', 10)
  const head = await send('HEAD', '/uploads/a', { 'tus-resumable': '0.2.2' })
  expect([head.status, head.headers.get('tus-version')]).toEqual([412, '1.0.0'])
  expect((await patch('a', 0, Buffer.from('x'), { 'content-type': 'text/plain' })).status).toBe(415)
  for (const offset of ['', '-1', '1.5', '1e3', '٣'.length > 1 ? '٣' : 'x'])
    expect((await patch('a', 0, Buffer.from('x'), { 'upload-offset': offset })).status).toBe(400)
  expect((await patch('a', 1, Buffer.from('x'))).status).toBe(409)
  expect((await patch('a', 0, Buffer.alloc(11))).status).toBe(400)
  expect((await send('POST', '/', { 'upload-length': '99999999999' })).status).toBe(413)
  expect((await send('POST', '/', {})).status).toBe(400)
  expect((await send('PUT', '/uploads/a', {})).status).toBe(405)
  const options = await send('OPTIONS', '/', {})
  expect(options.headers.get('tus-extension')).toBe('creation,termination,checksum')
  expect(await place.uploads.offset('a')).toBe(0)
})

test('[FI10] where the host refuses nothing is read or written', async () => {
  const place = await aPlace()
  const asked: string[] = []
  const { send, patch } = await aTusServer(place, {
    admit: async (asker, id) => {
      asked.push(`${asker.method} ${id}`)
      return { status: 404, code: 'unknown' }
    },
  })
  expect((await send('HEAD', '/uploads/a', {})).status).toBe(404)
  expect((await patch('a', 0, Buffer.from('x'))).status).toBe(404)
  expect((await send('DELETE', '/uploads/a', {})).status).toBe(404)
  expect(asked).toEqual(['HEAD a', 'PATCH a', 'DELETE a'])
  expect(await place.uploads.offset('a')).toBe(0)
})

test('[FI10] an id that is a path is no upload', async () => {
  const { uploads } = await aPlace()
  for (const id of ['../a', 'a/b', '.', '', 'a'.repeat(65)])
    expect(() => uploads.path(id)).toThrow(expect.objectContaining({ code: 'gone' }))
})

test('[FI11] a host whose uploads begin here is told length and metadata', async () => {
  const place = await aPlace()
  const { send, begun } = await aTusServer(place)
  const metadata = `filename ${Buffer.from('清单.pdf').toString('base64')},is_sensitive`
  const created = await send('POST', '/', { 'upload-length': '5', 'upload-metadata': metadata })
  expect([created.status, created.headers.get('location')]).toEqual([201, '/uploads/upload-0'])
  expect(begun).toEqual([{ filename: '清单.pdf', is_sensitive: '' }])
  expect((await send('POST', '/', { 'upload-length': '5', 'upload-metadata': 'a §' })).status).toBe(400)
  const none = await aTusServer(place, { begin: async () => ({ status: 403, code: 'no' }) })
  expect((await none.send('POST', '/', { 'upload-length': '5' })).status).toBe(403)
})

test('[FI2] what had come when the line was cut is kept, and the rest goes on behind it', async () => {
  const place = await aPlace()
  const { server, patch, sizes } = await aTusServer(place)
  const bytes = randomBytes(300_000)
  sizes.set('a', bytes.length)
  const address = server.address() as { port: number }
  const socket = connect(address.port, '127.0.0.1')
  socket.on('error', () => {})
  const head = `PATCH /uploads/a HTTP/1.1\r\nhost: x\r\ntus-resumable: 1.0.0\r\ncontent-type: application/offset+octet-stream\r\nupload-offset: 0\r\ncontent-length: ${bytes.length}\r\n\r\n`
  socket.write(head)
  await new Promise<void>((resolve) => socket.write(bytes.subarray(0, 100_000), () => resolve()))
  socket.end()
  await vi.waitFor(async () => expect(await place.uploads.offset('a')).toBe(100_000), { timeout: 20_000 })
  const offset = await place.uploads.offset('a')
  expect((await patch('a', offset, bytes.subarray(offset))).status).toBe(204)
  expect(await place.uploads.settle('a', bytes.length)).toEqual(digestsOf(bytes))
})

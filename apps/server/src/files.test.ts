import { createHash, randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { aSharedCase, once, type SharedCase } from '../../../tests/support/shared-case.ts'

let hub: HubServer
let shared: SharedCase
const cookies = new Map<string, string>()
beforeAll(async () => {
  hub = await aHub({ cast: true })
  shared = await aSharedCase(hub)
})
afterAll(() => hub.stop())

async function send(subject: string, method: string, path: string, init: RequestInit = {}): Promise<Response> {
  const cookie = cookies.get(subject) ?? (await hub.signIn(subject)).cookie
  cookies.set(subject, cookie)
  return fetch(`${hub.origin}${path}`, { ...init, method, headers: { cookie, origin: hub.origin, ...init.headers } })
}
const handler = 'bj-tobacco.handler'
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const begin = async (bytes: number, name = '照片.png', subject = handler): Promise<FileId> =>
  (
    await (
      await hub.client(subject)
    ).files.begin.mutate(
      once({ caseId: shared.caseId, name, bytes, isSensitive: false, handlingCode: 'unrestricted' as const }),
    )
  ).fileId
const tus = { 'tus-resumable': '1.0.0' }
const patch = (id: string, offset: number, body: Uint8Array<ArrayBuffer>, subject = handler) =>
  send(subject, 'PATCH', `/uploads/${id}`, {
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body,
  })
const finish = (id: string, sha256: string, subject = handler) =>
  send(subject, 'POST', `/uploads/${id}/finish`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sha256 }),
  })
const offsetOf = async (id: string) =>
  Number((await send(handler, 'HEAD', `/uploads/${id}`, { headers: tus })).headers.get('upload-offset'))

async function aFile(bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<FileId> {
  const id = await begin(bytes.length, name)
  expect((await patch(id, 0, bytes)).status).toBe(204)
  expect((await finish(id, digestOf(bytes))).status).toBe(200)
  return id
}
const listed = async (id: string, subject = handler) =>
  (await (await hub.client(subject)).files.ofCase.query({ caseId: shared.caseId })).items.find((file) => file.id === id)
const placeOf = (bytes: Uint8Array) => {
  const sha256 = digestOf(bytes)
  return join(hub.filesDir, 'contents', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}
/** As far as a picture goes whose pixels nobody looks at. */
const png = () => {
  const head = '89504e470d0a1a0a0000000d494844520000000100000001080600000000000000'
  return Buffer.concat([Buffer.from(`${head}00000bb849444154`, 'hex'), randomBytes(3000)])
}

test('[SE210] a file goes on after a restart of the server, and has the digests and type of its bytes', async () => {
  const bytes = png()
  const id = await begin(bytes.length, '照片.jpg')
  expect((await patch(id, 0, bytes.subarray(0, 1000))).status).toBe(204)
  await hub.restart()
  expect(await offsetOf(id)).toBe(1000)
  expect((await finish(id, digestOf(bytes))).status).toBe(409)
  expect((await patch(id, 1000, bytes.subarray(1000))).status).toBe(204)
  expect((await finish(id, digestOf(bytes))).status).toBe(200)
  expect(await listed(id)).toMatchObject({
    sha256: digestOf(bytes),
    sm3: createHash('sm3').update(bytes).digest('hex'),
    type: 'image/png',
    isNamedAlike: false,
    preview: 'image',
  })
  expect((await readFile(placeOf(bytes))).equals(bytes)).toBe(true)
  expect((await finish(id, digestOf(bytes))).status).toBe(200)
})

test('[SE211] bytes that are not those of the officer’s computer are thrown away, and begin again at the first', async () => {
  const bytes = png()
  const id = await begin(bytes.length)
  await patch(id, 0, bytes)
  const refused = await finish(id, digestOf(Buffer.from('other')))
  expect([refused.status, await refused.json()]).toMatchObject([409, { refusal: { code: 'file.digest-differs' } }])
  await expect(readFile(placeOf(bytes))).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await offsetOf(id)).toBe(0)
  await patch(id, 0, bytes)
  expect((await finish(id, digestOf(bytes))).status).toBe(200)
})

test('[SE212] the bytes of a file are given to whoever may have them, whole or in part', async () => {
  const bytes = png()
  const id = await aFile(bytes)
  const got = await send('bj-police-efd.handler', 'GET', `/files/${id}/download?purpose=proceedings`)
  expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true)
  expect(got.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('照片.png')}`)
  const part = await send(handler, 'GET', `/files/${id}/preview`, { headers: { range: 'bytes=10-19' } })
  expect([part.status, part.headers.get('content-range'), part.headers.get('content-type')]).toEqual([
    206,
    `bytes 10-19/${bytes.length}`,
    'image/png',
  ])
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))).toBe(true)
  const { items } = await (await hub.client('bj-tobacco.leader')).audit.ofCase.query({ caseId: shared.caseId })
  expect(items.filter(({ act }) => act === 'file.preview')).toHaveLength(1)
  const beyond = await send(handler, 'GET', `/files/${id}/preview`, { headers: { range: 'bytes=99999-' } })
  expect(beyond.status).toBe(416)
  const head = await send(handler, 'HEAD', `/files/${id}/download?purpose=working`)
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)])
  expect((await send(handler, 'GET', `/files/${id}/download?purpose=fun`)).status).toBe(400)
})

test('[SE213] a file that was changed behind the store is refused, and the log names it', async () => {
  const bytes = png()
  const id = await aFile(bytes)
  expect((await send(handler, 'GET', `/files/${id}/preview`)).status).toBe(200)
  await chmod(placeOf(bytes), 0o640)
  await writeFile(placeOf(bytes), Buffer.from(bytes).fill(0, 100, 101))
  for (const path of [`/files/${id}/preview`, `/files/${id}/download?purpose=working`]) {
    const answer = await send(handler, 'GET', path)
    expect([answer.status, await answer.json()]).toMatchObject([409, { refusal: { code: 'file.changed-in-store' } }])
  }
  const trail = await (await hub.client('bj-tobacco.leader')).audit.ofCase.query({ caseId: shared.caseId })
  const refused = trail.items.filter(
    ({ outcome, act }) => outcome === 'refused' && /^file\.(preview|download)$/.test(act),
  )
  expect(refused.map(({ act }) => act).toSorted()).toEqual(['file.download', 'file.preview'])
  expect(refused[0]!.sentence.zh).toContain('照片.png')
  // The same content, brought again, heals the store.
  await aFile(bytes, '原件.png')
  expect((await send(handler, 'GET', `/files/${id}/preview`)).status).toBe(200)
})

test('[SE214] strangers, colleagues and other sites are answered nothing, whatever they know', async () => {
  const bytes = png()
  const id = await begin(bytes.length)
  const absent = '01890000-0000-7000-8000-000000000000'
  for (const subject of ['hebei-tobacco.handler', 'bj-tobacco.leader'])
    for (const one of [id, absent]) expect((await patch(one, 0, bytes, subject)).status).toBe(404)
  expect(await offsetOf(id)).toBe(0)
  const { cookie } = await hub.signIn(handler)
  const foreign = await fetch(`${hub.origin}/uploads/${id}`, {
    method: 'PATCH',
    headers: { cookie, ...tus, origin: 'https://evil.example', 'upload-offset': '0' },
    body: bytes,
  })
  expect([foreign.status, await offsetOf(id)]).toEqual([403, 0])
  const file = await aFile(bytes)
  const stranger = await send('hebei-tobacco.handler', 'GET', `/files/${file}/preview`)
  const nothing = await send('hebei-tobacco.handler', 'GET', `/files/${absent}/preview`)
  expect([stranger.status, await stranger.json()]).toEqual([404, await nothing.json()])
  for (const path of ['/files/x/preview', '/uploads/x']) expect((await send(handler, 'GET', path)).status).not.toBe(200)
})

test('[SE215] an upload that was given up is gone, and so are its bytes', async () => {
  const id = await begin(10)
  await patch(id, 0, Buffer.from('hello'))
  expect((await send(handler, 'DELETE', `/uploads/${id}`, { headers: tus })).status).toBe(204)
  expect((await send(handler, 'HEAD', `/uploads/${id}`, { headers: tus })).status).toBe(410)
  await expect(readFile(join(hub.filesDir, 'uploads', `${id}.part`))).rejects.toMatchObject({ code: 'ENOENT' })
})

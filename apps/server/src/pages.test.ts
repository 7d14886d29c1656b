import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'

let folder: string
let hub: HubServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianban-pages-'))
  const web = join(folder, 'apps/web/dist')
  await mkdir(join(web, 'assets'), { recursive: true })
  await writeFile(join(web, 'index.html'), '<title>联办</title>')
  await writeFile(join(web, 'assets/main-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'apps/web/secret.txt'), 'secret')
  await symlink(resolve(import.meta.dirname, '../../../policies'), join(folder, 'policies'))
  hub = await aHub({ options: { root: folder } })
})
afterAll(async () => {
  await hub.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The path as it is written, which fetch would tidy. */
const raw = (path: string) =>
  new Promise<{ status: number; body: string }>((settle, reject) => {
    const { hostname, port } = new URL(hub.origin)
    request({ hostname, port, path, agent: false }, async (response) => {
      let body = ''
      for await (const part of response) body += part
      settle({ status: response.statusCode!, body })
    })
      .on('error', reject)
      .end()
  })

test.each(['/', '/sign-in?refused=x', '/cases/01939e1c-0000-7000-8000-000000000000', '/没有的页面', '/.'])(
  '[SE9] %s is drawn by the browser from one page, asked for anew each time',
  async (path) => {
    const answer = await fetch(hub.origin + path)
    expect([answer.status, await answer.text()]).toEqual([200, '<title>联办</title>'])
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  },
)

test('[SE10] a file under assets never changes and is kept; a missing one is not found', async () => {
  const found = await fetch(`${hub.origin}/assets/main-1a2b.js`)
  expect(found.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(found.headers.get('content-type')).toContain('javascript')
  const missing = await fetch(`${hub.origin}/assets/main-0000.js`)
  expect(missing.status).toBe(404)
  expect(missing.headers.get('cache-control')).toBeNull()
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%5c..%5csecret.txt',
  '//etc/passwd',
  '/assets/%00.js',
  '/%',
  '/%c0%ae%c0%ae/secret.txt',
])('[SE11] %s leads to no file outside the built application', async (path) => {
  const { status, body } = await raw(path)
  expect(body).not.toMatch(/secret|root:/)
  expect([200, 400, 404]).toContain(status)
})

test('[SE9] what is posted to a page is refused', async () => {
  expect((await fetch(hub.origin, { method: 'POST', body: 'x' })).status).toBe(404)
})

import { connect, createServer, type Server, type Socket } from 'node:net'
import { freePort } from '@lianban/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'

/** A way to the database that can be cut and mended. */
async function aLine(url: string) {
  const through = new URL(url)
  const target = { host: through.hostname, port: Number(through.port) }
  const port = await freePort()
  const open = new Set<Socket>()
  let server: Server | undefined
  const mend = () =>
    new Promise<void>((listening) => {
      server = createServer((socket) => {
        const onward = connect(target)
        for (const end of [socket, onward]) {
          open.add(end)
          end.on('error', () => {})
          end.on('close', () => {
            socket.destroy()
            onward.destroy()
          })
        }
        socket.pipe(onward).pipe(socket)
      }).listen(port, '127.0.0.1', listening)
    })
  await mend()
  through.hostname = '127.0.0.1'
  through.port = String(port)
  return {
    url: through.href,
    mend,
    cut() {
      for (const socket of open) socket.destroy()
      open.clear()
      return new Promise((closed) => server!.close(closed))
    },
  }
}

let hub: HubServer
let line: Awaited<ReturnType<typeof aLine>>
beforeAll(async () => {
  hub = await aHub({
    through: async (url) => {
      line = await aLine(url)
      return line.url
    },
  })
})
afterAll(async () => {
  await hub.stop()
  await line.cut()
})

const readiness = async () => {
  const answer = await fetch(`${hub.origin}/readyz`)
  return { status: answer.status, said: await answer.json() }
}

test('[SE12] while the database is away the process lives but is not ready, and comes back by itself', async () => {
  expect(await readiness()).toEqual({ status: 200, said: { database: 'ok', log: 'ok', rules: 'ok' } })
  await line.cut()
  await vi.waitFor(
    async () =>
      expect(await readiness()).toEqual({ status: 503, said: { database: 'down', log: 'down', rules: 'ok' } }),
    5000,
  )
  expect(await (await fetch(`${hub.origin}/healthz`)).text()).toBe('ok')

  const refused = await fetch(`${hub.origin}/trpc/agencies.list`)
  expect(refused.status).toBe(500)
  expect(await refused.text()).not.toMatch(/127\.0\.0\.1|ECONN|select/)

  await line.mend()
  await vi.waitFor(async () => expect((await readiness()).status).toBe(200), 15_000)
  expect((await fetch(`${hub.origin}/trpc/agencies.list`)).status).toBe(200)
})

test('[SE13] the metrics count by route, procedure and outcome, and name nobody', async () => {
  const { cookie } = await hub.signIn('lianban-operator.system-admin')
  const id = '01939e1c-0000-7000-8000-0000000000aa'
  await fetch(`${hub.origin}/trpc/cases.find?input=${encodeURIComponent(JSON.stringify({ caseId: id }))}`, {
    headers: { cookie },
  })
  await fetch(`${hub.origin}/trpc/session.me,agencies.list?batch=1&input=%7B%7D`)
  await fetch(`${hub.origin}/rooms/${id}`, { headers: { cookie } })
  await fetch(`${hub.origin}/search/${encodeURIComponent('张三')}`)
  const answer = await fetch(`${hub.origin}/metrics`)
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(text).toMatch(/lianban_http_request_seconds_count\{.*route="\/readyz",status="200"\} [1-9]/)
  expect(text).toMatch(/route="\/trpc\/cases.find",status="404"/)
  expect(text).toMatch(/route="\/trpc\/batch"/)
  expect(text).toContain('route="/rooms/:sectionId"')
  expect(text).toMatch(/lianban_live_connections 0/)
  expect(text).toContain('process_cpu_user_seconds_total')
  for (const secret of [id, '张三', '%E5%BC', 'lianban-operator', cookie.split('=')[1]!])
    expect(text).not.toContain(secret)
})

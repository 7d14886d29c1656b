import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { freePort } from './free-port.ts'

async function aFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'lianban-embedded-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** Starts a server and sees to it that none outlives the test. */
async function start(dir: string, options: { port?: number; durable?: boolean } = {}) {
  const server = await startEmbedded({
    dir,
    port: options.port ?? (await freePort()),
    durable: options.durable ?? true,
  })
  onTestFinished(() => server.stop())
  return server
}

async function ask(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

const postmasterOf = async (dir: string) =>
  Number((await readFile(join(dir, 'cluster/data/postmaster.pid'), 'utf8')).split('\n')[0])

const isRunning = (url: string) =>
  ask(url, 'select 1').then(
    () => true,
    () => false,
  )

/** Another process that starts the server on the folder and then waits. */
async function aProgramOn(dir: string) {
  const script = `import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
    const server = await startEmbedded({ dir: ${JSON.stringify(dir)}, port: ${await freePort()}, durable: true })
    process.stdout.write(JSON.stringify(server))
    process.stdin.once('data', async () => { await server.stop(); process.exit() })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [said] = await once(child.stdout, 'data')
  const end = async (how: () => unknown) => {
    const gone = once(child, 'exit')
    how()
    await gone
  }
  return {
    ...(JSON.parse(String(said)) as { ownerUrl: string; programUrl: string }),
    kill: () => end(() => child.kill('SIGKILL')),
    leave: () => end(() => child.stdin.write('leave')),
  }
}

test('[DB30] what was written before a stop is there after the next start', async () => {
  const dir = await aFolder()
  const before = await start(dir)
  await ask(before.ownerUrl, 'create table kept (name text)', "insert into kept values ('联办')")
  await before.stop()
  expect(await isRunning(before.ownerUrl)).toBe(false)
  const after = await start(dir)
  expect(await ask(after.ownerUrl, 'select * from kept')).toEqual([{ name: '联办' }])
})

test('[DB30] a throw-away server leaves nothing in its folder', async () => {
  const dir = await aFolder()
  const server = await start(dir, { durable: false })
  await server.stop()
  await expect(stat(join(dir, 'cluster'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('[DB31] no login enters a lasting server without its own password', async () => {
  const dir = await aFolder()
  const { ownerUrl, programUrl } = await start(dir)
  expect(await ask(programUrl, 'select current_user as login')).toEqual([{ login: 'lianban_program' }])
  for (const login of ['postgres', 'lianban_owner', 'lianban_program']) {
    const stranger = Object.assign(new URL(ownerUrl), { username: login, password: 'guess' }).href
    await expect(ask(stranger, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  }
  expect(new URL(ownerUrl).password).not.toBe(new URL(programUrl).password)
  const { mode } = await stat(join(dir, 'cluster/passwords.json'))
  expect(mode & 0o777).toBe(0o600)
})

test('[DB32] a committed row survives a server killed with SIGKILL', async () => {
  const dir = await aFolder()
  const port = await freePort()
  const before = await start(dir, { port })
  await ask(before.ownerUrl, 'create table kept (id integer)', 'insert into kept select generate_series(1, 1000)')
  process.kill(await postmasterOf(dir), 'SIGKILL')
  const after = await start(dir, { port })
  expect(await ask(after.ownerUrl, 'select count(*)::int as count from kept')).toEqual([{ count: 1000 }])
})

test('[DB33] a lock file with the number of a living stranger is not believed', async () => {
  const dir = await aFolder()
  const before = await start(dir)
  await before.stop()
  const lines = [process.pid, join(dir, 'cluster/data'), 0, await freePort(), '', '127.0.0.1', '', 'ready']
  await writeFile(join(dir, 'cluster/data/postmaster.pid'), lines.join('\n'))
  const after = await start(dir)
  expect(await isRunning(after.ownerUrl)).toBe(true)
})

test('[DB34] a second program joins the server of the first and leaves it running', async () => {
  const dir = await aFolder()
  const first = await aProgramOn(dir)
  const second = await start(dir)
  expect(second.ownerUrl).toBe(first.ownerUrl)
  await second.stop()
  expect(await isRunning(first.ownerUrl)).toBe(true)
  await first.leave()
  expect(await isRunning(first.ownerUrl)).toBe(false)
})

test('[DB35] the server of a killed program is taken over and stopped by the next', async () => {
  const dir = await aFolder()
  const first = await aProgramOn(dir)
  await first.kill()
  expect(await isRunning(first.ownerUrl)).toBe(true)
  const second = await start(dir)
  expect(second.ownerUrl).toBe(first.ownerUrl)
  await second.stop()
  expect(await isRunning(first.ownerUrl)).toBe(false)
})

test('[DB36] a port held by a program that is not Postgres is named', async () => {
  const stranger = createServer((socket) => socket.destroy())
  const port = await freePort()
  await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => {
    stranger.close()
  })
  await expect(start(await aFolder(), { port })).rejects.toMatchObject({
    problem: 'port-taken',
    sentence: { zh: expect.stringContaining(`端口 ${port}`), en: expect.stringContaining(`Port ${port}`) },
  })
})

test('[DB36] a port held by the Postgres of another folder is named', async () => {
  const port = await freePort()
  await start(await aFolder(), { port, durable: false })
  await expect(start(await aFolder(), { port, durable: false })).rejects.toMatchObject({ problem: 'port-taken' })
})

test('[DB37] a folder below an ordinary file cannot hold a database', async () => {
  const file = join(await aFolder(), 'file')
  await writeFile(file, '')
  await expect(start(join(file, 'below'))).rejects.toMatchObject({
    problem: 'folder-unwritable',
    sentence: { zh: expect.stringContaining(file), en: expect.stringContaining(file) },
  })
})

test('[DB38] a folder of an older Postgres is refused and not touched', async () => {
  const dir = await aFolder()
  await (await start(dir)).stop()
  await writeFile(join(dir, 'cluster/data/PG_VERSION'), '15\n')
  await expect(start(dir)).rejects.toMatchObject({
    problem: 'other-version',
    sentence: { zh: expect.stringContaining('Postgres 15'), en: expect.stringContaining('Postgres 15') },
  })
})

test.skipIf(process.getuid?.() !== 0)('[DB39] root without unshare is told to install it', async () => {
  const dir = await aFolder()
  vi.stubEnv('PATH', '/nowhere')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  await expect(start(dir)).rejects.toMatchObject({
    problem: 'unshare-missing',
    sentence: { zh: expect.stringContaining('unshare'), en: expect.stringContaining('unshare') },
  })
})

test('[DB40] two starts on one empty folder at once end on one server', async () => {
  const dir = await aFolder()
  const both = await Promise.all([start(dir), start(dir)])
  expect(both[0].ownerUrl).toBe(both[1].ownerUrl)
  expect(await isRunning(both[0].programUrl)).toBe(true)
})

test('[DB41] a folder without its passwords is refused and stays as it is', async () => {
  const dir = await aFolder()
  await (await start(dir)).stop()
  await cp(join(dir, 'cluster/data/PG_VERSION'), join(dir, 'before'))
  await rm(join(dir, 'cluster/passwords.json'))
  await expect(start(dir)).rejects.toMatchObject({ problem: 'folder-damaged' })
  expect(await readFile(join(dir, 'cluster/data/PG_VERSION'))).toEqual(await readFile(join(dir, 'before')))
})

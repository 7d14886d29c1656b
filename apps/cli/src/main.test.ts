import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appendEntry, makeKeyText, makeSigner, startSequencer } from '@lianban/audit'
import { freePort, migrate, programLogin, startEmbedded } from '@lianban/db'
import { type EntryId, makeMonotonicClock, newId } from '@lianban/kernel'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { main } from './main.ts'

const { db, ownerUrl, programUrl, close } = await aDatabase()
afterAll(close)

const ids: EntryId[] = []
const signer = makeSigner(makeKeyText('hub.example/log', 'log'))
beforeAll(async () => {
  const clock = makeMonotonicClock()
  for (let i = 0; i < 5; i++) {
    const entry = { id: newId<EntryId>(), at: clock.now(), act: 'case.open', outcome: 'done' } as const
    ids.push(await db.transaction({ duty: 'denials' }, entry.at, (tx) => appendEntry(tx, entry)))
  }
  const sequencer = startSequencer({ db, clock, signer, onFault: () => {} })
  await sequencer.idle()
  await sequencer.stop()
})

async function lianban(args: string[], env: Record<string, string> = { DATABASE_URL: programUrl }) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await main(args, { env, print: (line) => out.push(line), complain: (line) => err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('[CL1] without a command, or asked for help, the commands are listed', async () => {
  for (const args of [[], ['help'], ['--help'], ['policy', '--help']]) {
    const { code, out } = await lianban(args)
    expect(code).toBe(0)
    expect(out).toContain('verify-log  校验整个审计日志')
    expect(out).toContain('policy test  用旁边的实例检验权限规则')
  }
  expect((await lianban(['policy', 'test', '--help'])).out).toContain('lianban policy test [FOLDER]')
  expect((await lianban(['verify-log', '--help'])).out).toContain(
    'lianban verify-log [--copy DIR] [--key KEY] [--head SIZE:ROOT]... [--json]',
  )
})

test.each(['verification', 'constructor', '--json', 'policy', 'policy tset'])(
  '[CL2] the unknown command %s is refused with exit code 2',
  async (name) => {
    const { code, out, err } = await lianban(name.split(' '))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(new RegExp(`^没有“${name}”这个命令。\nThere is no command "${name}"`))
  },
)

test.each([
  ['an unknown option', ['--fast'], '--fast'],
  ['an argument too many', ['BJ-0521'], 'BJ-0521'],
  ['a head that is none', ['--head', '5:abc'], '5:abc'],
  ['an option without its value', ['--head'], '--head'],
])('[CL2] verify-log with %s is refused with exit code 2', async (_, args, named) => {
  const { code, out, err } = await lianban(['verify-log', ...args])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(named)
  expect(err).toContain('用法 usage: lianban verify-log')
})

test('[CL53] copy-log brings a copy up to the log and compares all of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianban-copy-'))
  const copied = async () => expect(await lianban(['copy-log', '--to', folder])).toMatchObject({ code: 0 })
  await vi.waitFor(async () => {
    await copied()
    expect(existsSync(join(folder, 'checkpoint'))).toBe(true)
  })
  expect((await lianban(['copy-log', '--to', folder])).out).toContain('all 5 entries')
  expect((await lianban(['copy-log', '--to', folder])).out).toContain('0 files are new')
  expect((await lianban(['verify-log', '--copy', folder])).code).toBe(0)
  rmSync(folder, { recursive: true })
})

test('[CL54] copy-log names the file that differs, writes over nothing, and wants a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianban-copy-'))
  await lianban(['copy-log', '--to', folder])
  const entries = join(folder, 'tile/entries/000.p/5')
  writeFileSync(entries, 'another story')
  const { code, out } = await lianban(['copy-log', '--to', folder])
  expect([code, out]).toEqual([1, expect.stringContaining('tile/entries/000.p/5')])
  expect(readFileSync(entries, 'utf8')).toBe('another story')
  rmSync(folder, { recursive: true })
  expect(await lianban(['copy-log'])).toMatchObject({ code: 2, err: expect.stringContaining('--to') })
})

test('[CL7] verify-log names the missing setting and makes no database', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lianban-cli-'))
  const { code, err } = await lianban(['verify-log'], { DATA_DIR: dir })
  expect(code).toBe(2)
  expect(err).toMatch(/^未设置 DATABASE_URL/)
  expect(readdirSync(dir)).toEqual([])
  rmSync(dir, { recursive: true })
})

test('[CL7] verify-log starts a resting built-in database and stops it again', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lianban-cli-'))
  const port = await freePort()
  const embedded = await startEmbedded({ dir, port, durable: true })
  await migrate({ ownerUrl: embedded.ownerUrl, dir: 'migrations', programLogin })
  await embedded.stop()
  const { code, out } = await lianban(['verify-log'], { DATA_DIR: dir, DATABASE_PORT: String(port) })
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('intact: 0 entries') })
  expect(existsSync(join(dir, 'cluster/data/postmaster.pid'))).toBe(false)
  rmSync(dir, { recursive: true })
})

test('[CL3] verify-log prints the size and root of an intact log', async () => {
  const { code, out } = await lianban(['verify-log'])
  expect(code).toBe(0)
  expect(out).toMatch(/^完整 intact: 5 entries, root [0-9a-f]{64}$/)
  const verdict = JSON.parse((await lianban(['verify-log', '--json'])).out)
  expect(verdict).toMatchObject({ intact: true, size: 5, queued: 0 })
})

test('[CL4] verify-log holds the log against a head written down earlier', async () => {
  const { rootHash } = JSON.parse((await lianban(['verify-log', '--json'])).out)
  expect(await lianban(['verify-log', '--head', `5:${rootHash}`])).toMatchObject({ code: 0 })
  const other = await lianban(['verify-log', '--head', `5:${'0'.repeat(64)}`])
  expect(other.code).toBe(1)
  expect(other.out).toContain('不是本日志的前缀')
})

test('[CL5] verify-log names a changed entry and exits with 1', async () => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`alter table audit_leaves disable trigger user`)
  await owner.query(`update audit_leaves set body = replace(body, 'case.open', 'case.shut') where id = $1`, [ids[2]])
  await owner.query(`alter table audit_leaves enable trigger user`)
  await owner.end()
  const { code, out } = await lianban(['verify-log'])
  expect(code).toBe(1)
  expect(out).toBe(
    `不完整 NOT intact\n第 2 号条目（${ids[2]}）的正文被改动：记录头仍与原来的叶哈希一致。\n` +
      `Entry 2 (${ids[2]}): its body was changed; the recorded head still fits the leaf hash it had.`,
  )
  const verdict = JSON.parse((await lianban(['verify-log', '--json'])).out)
  expect(verdict).toMatchObject({ intact: false, code: 'body-changed', index: 2, entryId: ids[2] })
})

test('[CL6] a database that cannot be reached is a sentence and exit code 2, never a stack trace', () => {
  const file = fileURLToPath(new URL('lianban.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, 'verify-log'], {
    env: { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' },
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^未能完成：.*\nCould not be done: .*\n$/)
  expect(stderr).not.toContain('secret')
})

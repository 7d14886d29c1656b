import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { appendEntry, copyLog, makeKeyText, makeSigner, startSequencer, verifierKeyText } from '@lianban/audit'
import { type AgencyId, type EntryId, makeMonotonicClock, newId } from '@lianban/kernel'
import { afterAll, expect, test, vi } from 'vitest'
import { aDatabase } from '../support/postgres.ts'

vi.setConfig({ testTimeout: 180_000 })

const goPath = '/usr/share/gocode'
const hasGo =
  spawnSync('go', ['version']).status === 0 && existsSync(join(goPath, 'src/golang.org/x/mod/sumdb/tlog/tile.go'))
if (!hasGo) console.warn('skipped: no Go verifier here (Debian: golang-go, golang-golang-x-mod-dev)')

const { db, close } = await aDatabase()
const folder = await mkdtemp(join(tmpdir(), 'lianban-copy-'))
const signer = makeSigner(makeKeyText('hub.example/log', 'log'))
const clock = makeMonotonicClock()
afterAll(async () => {
  await close()
  await rm(folder, { recursive: true })
})

async function grow(entries: number): Promise<void> {
  const sequencer = startSequencer({ db, clock, signer, onFault: (fault) => expect.fail(String(fault)) })
  await db.transaction({ duty: 'rules' }, clock.now(), async (tx) => {
    for (let i = 0; i < entries; i++)
      await appendEntry(tx, {
        id: newId<EntryId>(),
        at: clock.now(),
        act: 'case.open',
        outcome: 'done',
        agencyId: newId<AgencyId>(),
      })
  })
  size += entries
  await vi.waitFor(async () => expect((await copyLog(db, folder)).size).toBe(size), { timeout: 20_000, interval: 100 })
  await sequencer.stop()
}
let size = 0

const verify = (copy: string, earlier: string) =>
  promisify(execFile)(
    'go',
    ['run', join(import.meta.dirname, 'verify.go'), copy, verifierKeyText(signer.key), earlier],
    {
      env: {
        ...process.env,
        GO111MODULE: 'off',
        GOPATH: goPath,
        GOFLAGS: '',
        GOCACHE: join(tmpdir(), 'lianban-go-cache'),
      },
    },
  )

test.skipIf(!hasGo)(
  '[AU36] Go’s sumdb verifies every entry, tile and checkpoint of a copy, and the growth of the log',
  async () => {
    await grow(300)
    const earlier = join(folder, 'earlier')
    await cp(join(folder, 'checkpoint'), earlier)
    await grow(400)
    expect((await verify(folder, earlier)).stdout).toBe('700 entries, consistent from 300\n')

    const tile = join(folder, 'tile/0/001')
    const hashes = await readFile(tile)
    hashes[40]! ^= 1
    await writeFile(tile, hashes)
    await expect(verify(folder, earlier)).rejects.toThrow()
  },
)

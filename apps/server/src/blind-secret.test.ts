import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { blindSecretIn } from './blind-secret.ts'
import { NotReady } from './not-ready.ts'

const dir = await mkdtemp(join(tmpdir(), 'lianban-secret-'))
afterAll(() => rm(dir, { recursive: true, force: true }))

test('[SE130] the secret of a hub without one is made once, for its owner’s eyes only', async () => {
  const secret = blindSecretIn(dir)
  expect(secret).toHaveLength(32)
  expect(blindSecretIn(dir)).toEqual(secret)
  expect((await stat(join(dir, 'blind-hit.key'))).mode & 0o777).toBe(0o600)
})

test('[SE130] a secret file that was cut short stops the start and is not replaced', async () => {
  await writeFile(join(dir, 'blind-hit.key'), 'c2hvcnQ=')
  expect(() => blindSecretIn(dir)).toThrow(NotReady)
})

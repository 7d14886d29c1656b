import { expect, test } from 'vitest'
import { copyKey, seal, unseal } from './sealed.ts'

const secret = new Uint8Array(32).fill(7)
const words = new TextEncoder().encode('断线后写下的话')

test('[WE309] what is sealed opens under the same officer, section and secret, and under no other', async () => {
  const key = await copyKey(secret, 'officer section')
  const sealed = await seal(key, words)
  expect(Buffer.from(sealed.bytes).includes(Buffer.from(words))).toBe(false)
  expect(await unseal(await copyKey(secret, 'officer section'), sealed)).toEqual(words)
  expect(await unseal(await copyKey(secret, 'officer another'), sealed)).toBeUndefined()
  expect(await unseal(await copyKey(new Uint8Array(32), 'officer section'), sealed)).toBeUndefined()
})

test('[WE309] a piece that was changed on the disk does not open, and the key cannot be taken out', async () => {
  const key = await copyKey(secret, 'officer section')
  const { iv, bytes } = await seal(key, words)
  const changed = new Uint8Array(bytes)
  changed[3]! ^= 1
  expect(await unseal(key, { iv, bytes: changed.buffer })).toBeUndefined()
  expect(key.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})

test('[WE309] the same words are never sealed alike', async () => {
  const key = await copyKey(secret, 'officer section')
  const [one, two] = [await seal(key, words), await seal(key, words)]
  expect(Buffer.from(one.bytes)).not.toEqual(Buffer.from(two.bytes))
})

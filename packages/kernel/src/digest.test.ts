import { expect, test } from 'vitest'
import { digestOf, equalBytes, sha256, sha256Hex, sm3Hex } from './digest.ts'

test('[KE40] SHA-256 gives the published digest of "abc"', () => {
  const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(sha256Hex('abc')).toBe(digest)
  expect(sha256(new TextEncoder().encode('abc')).toString('hex')).toBe(digest)
})

test('[KE41] SM3 gives the published digest of "abc"', () => {
  expect(sm3Hex('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})

test('[KE42] the digest of a value is the digest of its canonical form', () => {
  expect(digestOf({ b: 1, a: '案' })).toBe(sha256Hex('{"a":"案","b":1}'))
  expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: '1' }))
})

test('[KE43] bytes are equal only when length and every byte agree', () => {
  const bytes = (...values: number[]) => new Uint8Array(values)
  expect(equalBytes(bytes(1, 2), bytes(1, 2))).toBe(true)
  expect(equalBytes(bytes(1, 2), bytes(1, 3))).toBe(false)
  expect(equalBytes(bytes(1, 2), bytes(1, 2, 3))).toBe(false)
})

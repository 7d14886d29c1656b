import { sha256 as digest } from '@noble/hashes/sha2.js'
import { canonicalJson } from './canonical.ts'

// What digest.ts does, for a page that has no node:crypto and cannot wait for the browser's own.
const bytesOf = (data: string | Uint8Array): Uint8Array =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const sha256 = (data: string | Uint8Array): Uint8Array => digest(bytesOf(data))
export const roomForHashes = (bytes: number): Uint8Array => new Uint8Array(bytes)
export const sha256Into = (data: Uint8Array, room: Uint8Array, at: number): void => room.set(digest(data), at)
export const sha256Hex = (data: string | Uint8Array): string => hexOf(sha256(data))
export const digestOf = (value: unknown): string => sha256Hex(canonicalJson(value))

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

import { hash, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from './canonical.ts'

/** 32 bytes (FIPS 180-4). Asked for as a text of bytes, they come in half the time that a buffer of their own takes. */
export const sha256 = (data: string | Uint8Array): Buffer => Buffer.from(hash('sha256', data, 'binary'), 'binary')
/** Bytes that hashes are written into: a tree of millions makes no buffer for each. */
export const roomForHashes = (bytes: number): Buffer => Buffer.alloc(bytes)
export const sha256Into = (data: Uint8Array, room: ReturnType<typeof roomForHashes>, at: number): void =>
  void room.write(hash('sha256', data, 'binary'), at, 'latin1')
export const sha256Hex = (data: string | Uint8Array): string => hash('sha256', data, 'hex')
/** 64 hex digits (GM/T 0004-2012). */
export const sm3Hex = (data: string | Uint8Array): string => hash('sm3', data, 'hex')
/** SHA-256 over the canonical JSON of a value, 64 hex digits. */
export const digestOf = (value: unknown): string => sha256Hex(canonicalJson(value))

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)

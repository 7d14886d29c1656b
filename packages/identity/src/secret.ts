import { randomBytes } from 'node:crypto'

/** 256 random bits in the 43 characters a cookie or an address may carry. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

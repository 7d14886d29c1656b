import type { Tx } from '@lianban/db'
import type { Officer } from '@lianban/policy'
import type { Hub } from '../hub.ts'

/** Whose rights decide what a block shows. */
export type Reader = { readonly hub: Hub; readonly tx: Tx; readonly officer: Officer; readonly now: Date }

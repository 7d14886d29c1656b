import type { Tx } from '@lianban/db'
import { type AccessChange, tell } from './news.ts'

/** Said in the transaction that changes rights: open pages, subscriptions and sockets are asked again at commit. */
export const tellAccessChanged = (tx: Tx, { kind, id }: AccessChange): Promise<void> =>
  tell(tx, { what: 'access', kind, id })

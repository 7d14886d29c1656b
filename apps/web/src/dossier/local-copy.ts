import { mergeUpdates } from 'yjs'
import { type CopyName, dropCopies, putUpdate, removeUpdates, updatesOf } from './copy-shelf.ts'
import { copyKey, seal, unseal } from './sealed.ts'

export type LocalCopy = {
  /** What was kept before, as one update; nothing when nothing was. */
  readonly kept: Uint8Array | undefined
  /** Seals an update and puts it away; resolves when it is on the disk. */
  keep(update: Uint8Array): Promise<void>
  /** Lets the key go once everything is put away. */
  close(): Promise<void>
  /** Lets the key go at once and deletes the copy. */
  drop(): Promise<void>
}

/** This many pieces are put together into one when the copy is opened. */
const mostPieces = 50

/**
 * The encrypted copy of one section in this browser. The key is made from what the hub gives to whoever may read the
 * section at this moment, and stays in memory only.
 */
export async function openLocalCopy(name: CopyName, secret: string): Promise<LocalCopy> {
  let key: CryptoKey | undefined = await copyKey(bytesOf(secret), `${name.officerId} ${name.sectionId}`)
  const pieces = await updatesOf(name)
  const opened: Uint8Array[] = []
  for (const piece of pieces) {
    const plain = await unseal(key, piece)
    if (plain) opened.push(plain)
  }
  let written = Promise.resolve()

  const put = async (update: Uint8Array) => {
    const sealed = key && (await seal(key, update))
    // Dropped while it was being sealed: what is put away now would stay behind.
    if (sealed && key) await putUpdate(name, sealed)
    if (sealed && !key) await dropSection(name)
  }
  const keep = (update: Uint8Array) => {
    const putting = written.then(() => put(update))
    written = putting.catch(() => {})
    return putting
  }

  const kept = opened.length > 0 ? mergeUpdates(opened) : undefined
  if (kept && pieces.length > mostPieces) {
    await keep(kept)
    await removeUpdates(pieces.map(({ serial }) => serial))
  }
  return {
    kept,
    keep,
    async close() {
      await written
      key = undefined
    },
    async drop() {
      key = undefined
      await written
      await dropSection(name)
    },
  }
}

export const dropSection = ({ officerId, sectionId }: CopyName): Promise<void> =>
  dropCopies((other) => other.officerId === officerId && other.sectionId === sectionId)

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

import { textOf } from '@lianban/dossier'
import { decodeUpdate, diffUpdate, encodeStateVectorFromUpdate, mergeUpdates } from 'yjs'

/** Whether the copy holds words that the hub has never had. */
export const holdsMore = (copy: Uint8Array, hub: Uint8Array): boolean =>
  decodeUpdate(diffUpdate(copy, encodeStateVectorFromUpdate(hub))).structs.some(
    ({ constructor: { name } }) => name !== 'Skip',
  )

/** What the section says with the officer's own edits in it, for copying by hand where they can no longer be merged. */
export const textWith = (copy: Uint8Array, hub: Uint8Array): string => textOf(mergeUpdates([hub, copy]))

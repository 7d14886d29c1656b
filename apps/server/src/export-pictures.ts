import { buffer } from 'node:stream/consumers'
import { type Call, refuseChanged, type TakenFile } from '@lianban/hub'
import type { Parts } from './parts.ts'

/** What was compared a moment ago for the same export is believed. */
const believedMs = 30_000

/** The bytes of the pictures of a paper by their digests. One that is not what was put on record stops the whole paper. */
export async function picturesOf(
  { vault }: Pick<Parts, 'vault'>,
  call: Call,
  files: readonly TakenFile[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  for (const file of files) {
    const content = { sha256: file.sha256, size: file.bytes }
    const found = await vault.store.verify(content, { withinMs: believedMs })
    if (found !== 'whole') await refuseChanged(call, file, { act: 'file.download' })
    pictures.set(file.sha256, await buffer(vault.store.read(content)))
  }
  return pictures
}
